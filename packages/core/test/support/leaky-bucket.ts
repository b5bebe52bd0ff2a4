import type { LeakyBucketLimit } from '../../src/index.js';

/** A vendor's leaky bucket, computed exactly. */
export class LeakyBucket {
  readonly #limit: LeakyBucketLimit;
  #level = 0;
  #at = 0;
  accepted = 0;
  refused = 0;

  constructor(limit: LeakyBucketLimit) {
    this.#limit = limit;
  }

  /** A request arrives at `now` (milliseconds). False: 429. */
  arrive(now: number): boolean {
    this.#level = Math.max(0, this.#level - ((now - this.#at) / 1000) * this.#limit.requestsPerSecond);
    this.#at = now;
    const fits = this.#level + 1 <= this.#limit.burst + 1e-6;
    if (fits) this.#level += 1;
    if (fits) this.accepted += 1;
    else this.refused += 1;
    return fits;
  }
}
