import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { types } from 'node:util';
import { ZipFile } from 'yazl';
import { HashedContent, type StoredFile } from './hashed-content.js';

/** What becomes a file. */
type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A zip that is written while its content is read, one file after the other, each hashed on its way; Zip64 where sizes or
 * counts need it. Every entry carries the same time, as UTC, so that the same content gives the same package.
 */
export class Archive {
  readonly #zip = new ZipFile();
  readonly #files = new Map<string, StoredFile>();
  readonly #modifiedAt: Date;
  readonly #stop = new AbortController();
  readonly #written: Promise<void>;
  #current: Readable | undefined;
  #failure: Error | undefined;

  constructor(target: Writable, modifiedAt: Date) {
    this.#modifiedAt = modifiedAt;
    this.#zip.on('error', (error) => {
      this.#stop.abort(error);
    });
    this.#written = pipeline(this.#zip.outputStream, target, { signal: this.#stop.signal });
    this.#written.catch((error: unknown) => {
      this.#failure = types.isNativeError(error) ? error : new Error('The package could not be written.');
      this.#current?.destroy(this.#failure);
    });
  }

  /** Every file written so far, by its path, in the order of writing. */
  get files(): ReadonlyMap<string, StoredFile> {
    return this.#files;
  }

  /** Reads `content` to its end into the archive; resolves when it has been read. A path can be used once. */
  async add(path: string, content: Content): Promise<StoredFile> {
    if (this.#files.has(path)) throw new Error('Two records of one resource share an id and a file name.');
    if (this.#failure !== undefined) throw this.#failure;
    const hashed = new HashedContent(content);
    const stream = Readable.from(hashed, { objectMode: false });
    this.#current = stream;
    this.#zip.addReadStream(stream, path, { mtime: this.#modifiedAt, mode: 0o100600 });
    await finished(stream);
    const file = hashed.result();
    this.#files.set(path, file);
    return file;
  }

  /** Writes the directory of the archive; resolves when the target has everything. */
  async finish(): Promise<void> {
    this.#zip.end();
    await this.#written;
  }

  /** Lets go of the target and of the content being read; the archive is of no use afterwards. */
  async abort(): Promise<void> {
    this.#current?.destroy();
    this.#stop.abort();
    await this.#written.catch(() => undefined);
  }
}
