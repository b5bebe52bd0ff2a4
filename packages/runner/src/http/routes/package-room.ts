import { addAbortListener } from 'node:events';
import type { Readable } from 'node:stream';
import type { PackageContent } from '../../application/package-content.js';
import { type Build, type ByteRange, Builds } from '../../package/index.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { packageRoom } from '../security/limits.js';

const builds = new Builds(packageRoom.builds);

/** Answers with a place among the packages that are made. @throws ProblemError when there is none, and nothing was done. */
export async function withRoom<Answer>(answer: (place: Build) => Promise<Answer>): Promise<Answer> {
  const place = builds.begin();
  if (place !== undefined) return place.during(() => answer(place));
  const detail = 'Too many packages are being made right now. Ask again a little later.';
  const retryAfter = String(packageRoom.retryAfterSeconds);
  throw new ProblemError(problem(kinds.busy, detail), { 'retry-after': retryAfter });
}

/** A package in its place, for somebody who is there until `signal` is aborted. */
export class PlacedPackage {
  readonly #content: PackageContent;
  readonly #place: Build;
  readonly #signal: AbortSignal;

  constructor(content: PackageContent, place: Build, signal: AbortSignal) {
    this.#content = content;
    this.#place = place;
    this.#signal = signal;
  }

  get etag(): string {
    return `"${this.#content.version}"`;
  }

  /** In bytes; undefined when who asked has left meanwhile. */
  async size(): Promise<number | undefined> {
    try {
      return await this.#content.size(this.#place, this.#signal);
    } catch (error) {
      if (this.#signal.aborted) return undefined;
      throw error;
    }
  }

  /** Bytes that keep their place until they were read, or until who asked has left. */
  open(range?: ByteRange): Readable {
    const bytes = this.#content.open(range);
    void this.#place.during(() => new Promise((resolve) => bytes.once('close', resolve)));
    addAbortListener(this.#signal, () => bytes.destroy());
    return bytes;
  }
}
