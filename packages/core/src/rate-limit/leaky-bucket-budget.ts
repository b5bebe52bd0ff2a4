import type { RateLimit } from '../contract/rate-limit.js';
import { AdaptiveRate } from './adaptive-rate.js';
import { PacedBucket } from './paced-bucket.js';
import type { RateBudget } from './rate-budget.js';
import { WaitingLine } from './waiting-line.js';

/** Part of a vendor's limit that is used unless told otherwise; the rest is for others who use the same account. @public */
export const defaultShare = 0.75;

/** The limits to stay below. @public */
export interface LeakyBucketOptions {
  /** The vendor's limits; all hold at once. At least one. */
  readonly limits: readonly RateLimit[];
  /** Part of the limits to use, above 0 and at most 1; 0.75 unless given. */
  readonly share?: number;
}

/**
 * Paces one process below a vendor's limits: a steady share of each. It starts empty, so that a restart never adds a
 * second burst to the first, it slows down on a 429 (see {@link RateBudget.throttled}) and follows what the vendor says
 * about its windows. Time is `performance.now`, which `limiter` reads. @public
 */
export class LeakyBucketBudget implements RateBudget {
  readonly #buckets: readonly PacedBucket[];
  /** Taking from it takes from all. */
  readonly #first: PacedBucket;
  readonly #factor = new AdaptiveRate(1);
  readonly #line = new WaitingLine();
  #timer: NodeJS.Timeout | undefined;

  constructor({ limits, share = defaultShare }: LeakyBucketOptions) {
    this.#buckets = limits.reduce<readonly PacedBucket[]>(
      (made, limit) => [new PacedBucket(limit, share, made[0]), ...made],
      [],
    );
    const [first] = this.#buckets;
    if (first === undefined) throw new RangeError('A rate budget needs at least one limit.');
    this.#first = first;
  }

  async acquire(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#line.length === 0 && this.#take()) return;
    const turn = this.#line.join(signal);
    this.#wakeForNext();
    await turn.finally(() => {
      this.#restIfAlone();
    });
  }

  throttled(answer?: Headers): void {
    if (answer !== undefined) this.#learn(answer);
    if (!this.#factor.throttled(performance.now())) return;
    this.#pace();
    for (const bucket of this.#buckets) bucket.empty();
  }

  succeeded(answer?: Headers): void {
    this.#factor.succeeded();
    this.#pace();
    if (answer !== undefined) this.#learn(answer);
  }

  #learn(answer: Headers): void {
    for (const bucket of this.#buckets) bucket.learn(answer);
  }

  #take(): boolean {
    const taken = this.#first.tokens.tryRemoveTokens(1);
    if (taken) this.#factor.sent();
    return taken;
  }

  #pace(): void {
    for (const bucket of this.#buckets) bucket.slowTo(this.#factor.current);
  }

  /** A timer for nobody would keep the process from ending. */
  #restIfAlone(): void {
    if (this.#line.length > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wakeForNext(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      while (this.#line.length > 0 && this.#take()) this.#line.admitFirst();
      if (this.#line.length > 0) this.#wakeForNext();
    }, this.#first.tokens.getWaitTime(1));
  }
}
