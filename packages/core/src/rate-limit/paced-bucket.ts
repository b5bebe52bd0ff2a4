import { TokenBucket } from 'limiter';
import type { RateLimit } from '../contract/rate-limit.js';
import { paceOf, type Pace } from './pace.js';
import { contentWithin, windowStateOf } from './window-state.js';

/** One limit of a vendor as a token bucket, which follows what the vendor says about it. It starts empty. */
export class PacedBucket {
  readonly tokens: TokenBucket;
  readonly #share: number;
  #limit: RateLimit;
  #pace: Pace;

  /** `parent` is taken from together with this one. */
  constructor(limit: RateLimit, share: number, parent?: PacedBucket) {
    this.#limit = limit;
    this.#share = share;
    this.#pace = paceOf(limit, share);
    this.tokens = new TokenBucket({
      bucketSize: this.#pace.size,
      tokensPerInterval: this.#pace.perSecond,
      interval: 'second',
      ...(parent === undefined ? {} : { parentBucket: parent.tokens }),
    });
  }

  /** What dripped so far dripped at the old pace. */
  slowTo(factor: number): void {
    this.tokens.drip();
    this.tokens.tokensPerInterval = this.#pace.perSecond * factor;
  }

  empty(): void {
    this.tokens.drip();
    this.tokens.content = Math.min(this.tokens.content, 0);
  }

  /** Takes over the vendor's figures, and holds back when others used up the window. */
  learn(answer: Headers): void {
    if ('burst' in this.#limit) return;
    const state = windowStateOf(this.#limit, answer, Date.now());
    const { requests } = state;
    if (requests !== undefined && requests !== this.#limit.requests)
      this.#become({ ...this.#limit, requests });
    const left = contentWithin(state, this.tokens.tokensPerInterval);
    if (left === undefined) return;
    this.tokens.drip();
    this.tokens.content = Math.min(this.tokens.content, left);
  }

  #become(limit: RateLimit): void {
    const factor = this.tokens.tokensPerInterval / this.#pace.perSecond;
    this.#limit = limit;
    this.#pace = paceOf(limit, this.#share);
    this.slowTo(factor);
    this.tokens.bucketSize = this.#pace.size;
  }
}
