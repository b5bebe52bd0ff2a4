import { type Count, SharedCount } from './shared-count.js';

/** Versions of packages whose sizes are remembered. */
const limit = 1_000;
/** Milliseconds for which a count goes on that nobody waits for. */
const defaultPatience = 30_000;

/** Sizes of packages in bytes, by their version: counting one means making it. */
export class KnownSizes {
  readonly #sizes = new Map<string, SharedCount>();
  readonly #patience: number;

  constructor(patience = defaultPatience) {
    this.#patience = patience;
  }

  /** Counts a version once, however many ask. @throws Error as soon as `signal`, the one who asks, is aborted. */
  of(version: string, count: Count, signal: AbortSignal): Promise<number> {
    const known = this.#sizes.get(version);
    const going = known === undefined || known.isGivenUp ? this.#begin(version, count) : known;
    return going.wait(signal);
  }

  #begin(version: string, count: Count): SharedCount {
    const begun = new SharedCount(count, this.#patience);
    this.#sizes.set(version, begun);
    begun.onFailure(() => {
      if (this.#sizes.get(version) === begun) this.#sizes.delete(version);
    });
    const [oldest] = this.#sizes.keys();
    if (this.#sizes.size > limit && oldest !== undefined) this.#sizes.delete(oldest);
    return begun;
  }
}
