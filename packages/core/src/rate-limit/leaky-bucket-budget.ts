import { TokenBucket } from 'limiter';
import type { RateLimit } from '../contract/manifest.js';
import { AdaptiveRate } from './adaptive-rate.js';
import type { RateBudget } from './rate-budget.js';
import { WaitingLine } from './waiting-line.js';

/** The limit to stay below. @public */
export interface LeakyBucketOptions {
  /** The vendor's limit. */
  readonly limit: RateLimit;
  /** Part of the limit to use, above 0 and at most 1; the rest is for others who use the same account. */
  readonly share?: number;
}

/**
 * Paces one process below a vendor's leaky bucket: a steady share of its drain rate and of its size. It starts empty, so
 * that a restart never adds a second burst to the first, and it slows down on a 429 (see {@link RateBudget.throttled}).
 * Time is `performance.now`, which `limiter` reads. @public
 */
export class LeakyBucketBudget implements RateBudget {
  readonly #bucket: TokenBucket;
  readonly #rate: AdaptiveRate;
  readonly #line = new WaitingLine();
  #timer: NodeJS.Timeout | undefined;

  constructor({ limit, share = 0.75 }: LeakyBucketOptions) {
    const rate = limit.requestsPerSecond * share;
    this.#rate = new AdaptiveRate(rate);
    this.#bucket = new TokenBucket({
      bucketSize: Math.max(1, limit.burst * share),
      tokensPerInterval: rate,
      interval: 'second',
    });
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

  throttled(): void {
    if (!this.#rate.throttled(performance.now())) return;
    this.#pace();
    this.#bucket.tryRemoveTokens(this.#bucket.content);
  }

  succeeded(): void {
    this.#rate.succeeded();
    this.#pace();
  }

  #take(): boolean {
    const taken = this.#bucket.tryRemoveTokens(1);
    if (taken) this.#rate.sent();
    return taken;
  }

  /** What dripped so far dripped at the old rate. */
  #pace(): void {
    this.#bucket.drip();
    this.#bucket.tokensPerInterval = this.#rate.current;
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
    }, this.#bucket.getWaitTime(1));
  }
}
