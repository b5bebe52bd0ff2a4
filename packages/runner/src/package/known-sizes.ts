/** Versions of packages whose sizes are remembered. */
const limit = 1_000;

/** Sizes of packages in bytes, by their version: counting one means making it. */
export class KnownSizes {
  readonly #sizes = new Map<string, Promise<number>>();

  /** Counts a version once, however many ask; a count goes on when they leave, for they come back. */
  of(version: string, count: () => Promise<number>): Promise<number> {
    const known = this.#sizes.get(version);
    if (known !== undefined) return known;
    const counted = count();
    this.#sizes.set(version, counted);
    counted.catch(() => this.#sizes.delete(version));
    const [oldest] = this.#sizes.keys();
    if (this.#sizes.size > limit && oldest !== undefined) this.#sizes.delete(oldest);
    return counted;
  }
}
