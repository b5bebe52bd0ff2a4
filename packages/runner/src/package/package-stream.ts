import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { readVersion } from '../version.js';
import type { Build } from './builds.js';
import { formatVersion } from './format.js';
import { KnownSizes } from './known-sizes.js';
import type { PackageSource } from './package-source.js';
import { fillPackage } from './write-package.js';

/** Bytes of a package, from the first to the last, both counted from 0 and included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const sizes = new KnownSizes();

/**
 * A package that is made while it is read. It never lies on a disk in clear: since the same source gives the same bytes, a
 * part of it is made by making it anew and leaving out the rest.
 */
export class PackageStream {
  readonly #source: PackageSource;

  constructor(source: PackageSource) {
    this.#source = source;
  }

  /**
   * Changes whenever the bytes may: with the state of the request, with what connectors say of it, with the version of the
   * format and of this program, and with the library that compresses.
   */
  get version(): string {
    const { request, sections } = this.#source;
    const described = sections.map((section) => {
      const { connection, connector, resources, outcomes, notCovered, redaction } = section;
      return { connection, connector, resources, outcomes, notCovered, redaction };
    });
    return createHash('sha256')
      .update(JSON.stringify([formatVersion, readVersion(), process.versions.zlib, request, described]))
      .digest('hex')
      .slice(0, 32);
  }

  /**
   * In bytes. The first who asks for this version makes the package once to count them, and lends the count its `place`.
   * @throws Error as soon as `signal`, the one who asks, is aborted.
   */
  size(place: Build, signal: AbortSignal): Promise<number> {
    return sizes.of(this.version, (stop) => place.during(() => this.#count(stop)), signal);
  }

  async #count(stop: AbortSignal): Promise<number> {
    let bytes = 0;
    for await (const chunk of this.#chunks()) {
      stop.throwIfAborted();
      bytes += chunk.length;
    }
    return bytes;
  }

  open(range?: ByteRange): Readable {
    return Readable.from(range === undefined ? this.#chunks() : partOf(this.#chunks(), range), {
      objectMode: false,
    });
  }

  async *#chunks(): AsyncGenerator<Buffer> {
    const pipe = new PassThrough();
    const filling = fillPackage(this.#source, pipe).catch((error: unknown) => {
      pipe.destroy(error instanceof Error ? error : new Error('The package could not be made.'));
    });
    try {
      for await (const chunk of pipe) yield chunk as Buffer;
    } finally {
      // Whoever stops reading makes the archive stop, too.
      pipe.destroy();
      await filling;
    }
  }
}

async function* partOf(chunks: AsyncIterable<Buffer>, { first, last }: ByteRange): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
    at += chunk.length;
    if (part.length > 0) yield part;
    if (at > last) return;
  }
}
