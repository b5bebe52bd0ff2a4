export interface LeakyBucketOptions {
  /** How many requests fit at once: the burst. */
  readonly capacity: number;
  /** How many drain per second. */
  readonly leakPerSecond: number;
  /** Milliseconds; Date.now by default. */
  readonly now?: () => number;
}

/**
 * A leaky bucket as a meter: every accepted request adds one, the bucket drains steadily, and a request that would
 * overflow it is refused and adds nothing. Exact: no windows, no rounding.
 */
export class LeakyBucket {
  #capacity: number;
  #leakPerSecond: number;
  readonly #now: () => number;
  #level = 0;
  #updatedAt: number;
  #accepted = 0;
  #refused = 0;

  constructor(options: LeakyBucketOptions) {
    this.#capacity = options.capacity;
    this.#leakPerSecond = options.leakPerSecond;
    this.#now = options.now ?? Date.now;
    this.#updatedAt = this.#now();
  }

  get accepted(): number {
    return this.#accepted;
  }

  get refused(): number {
    return this.#refused;
  }

  /** The vendor changes its mind: from now on the bucket is another one, as full as this one. */
  become({ capacity, leakPerSecond }: Pick<LeakyBucketOptions, 'capacity' | 'leakPerSecond'>): void {
    this.#drain();
    this.#capacity = capacity;
    this.#leakPerSecond = leakPerSecond;
  }

  /** Whether the request fits. */
  take(): boolean {
    this.#drain();
    // Sums of fractions are a hair off; without the tolerance a request exactly on time would be refused.
    const fits = this.#level + 1 <= this.#capacity + 1e-9;
    if (fits) {
      this.#level += 1;
      this.#accepted += 1;
    } else {
      this.#refused += 1;
    }
    return fits;
  }

  /** Until the next request fits. */
  secondsUntilFree(): number {
    this.#drain();
    return Math.max(0, (this.#level + 1 - this.#capacity) / this.#leakPerSecond);
  }

  #drain(): void {
    const now = this.#now();
    // A clock set back must not fill the bucket.
    const elapsedSeconds = Math.max(0, now - this.#updatedAt) / 1000;
    this.#level = Math.max(0, this.#level - elapsedSeconds * this.#leakPerSecond);
    this.#updatedAt = now;
  }
}
