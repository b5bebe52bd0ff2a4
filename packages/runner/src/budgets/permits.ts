import { TokenBucket } from 'limiter';
import type { Lease } from '../store/budget-store.js';

/** When a lease begins, and how long it lasts; milliseconds of `performance.now`. */
export interface LeaseTime {
  /** Since when its buckets fill up; may be ahead. */
  readonly from: number;
  /** For how long it may be used after its last permit has come due. */
  readonly validity: number;
}

/** Permits that a process has leased: paced by it, and lapsing when they are not used in time. */
export class Permits {
  static readonly none = new Permits(0, 0, undefined);
  #left: number;
  #awaited = true;
  readonly #until: number;
  /** Taking from it takes from the buckets of all limits. */
  readonly #tokens: TokenBucket | undefined;

  private constructor(count: number, until: number, tokens: TokenBucket | undefined) {
    this.#left = count;
    this.#until = until;
    this.#tokens = tokens;
  }

  static of(count: number, { content, per_second: rates }: Lease, { from, validity }: LeaseTime): Permits {
    const now = performance.now();
    const buckets = content.map((after, index) => ({ after, rate: rates[index] ?? 0 }));
    const tokens = buckets.reduce<TokenBucket | undefined>(
      (parent, { after, rate }) => bucketOf(after + count, rate, (now - from) / 1000, parent),
      undefined,
    );
    const lastDue = Math.max(0, ...buckets.map(({ after, rate }) => (-after / rate) * 1000));
    return new Permits(count, from + lastDue + validity, tokens);
  }

  /** Permits that nobody has taken. */
  get left(): number {
    return this.#left;
  }

  /** Whether the last one that was taken came due after somebody wanted it. */
  get wereAwaited(): boolean {
    return this.#awaited;
  }

  /** Takes a permit that has come due; `awaited` when somebody has been waiting for it. False when there is none. */
  take(awaited: boolean): boolean {
    if (this.isOver() || this.#tokens?.tryRemoveTokens(1) !== true) return false;
    this.#left -= 1;
    this.#awaited = awaited;
    return true;
  }

  /** Whether none is left that could be used in time. */
  isOver(): boolean {
    return this.#left === 0 || performance.now() + this.wait() > this.#until;
  }

  /** Milliseconds until the next one comes due. */
  wait(): number {
    return this.#tokens?.getWaitTime(1) ?? 0;
  }
}

/** A bucket with this content `elapsed` seconds ago. It never lets more go at once than could have gone at first. */
function bucketOf(
  content: number,
  perSecond: number,
  elapsed: number,
  parentBucket: TokenBucket | undefined,
): TokenBucket {
  const bucketSize = Math.max(1, content);
  const bucket = new TokenBucket({
    bucketSize,
    tokensPerInterval: perSecond,
    interval: 'second',
    ...(parentBucket === undefined ? {} : { parentBucket }),
  });
  bucket.content = Math.min(content + elapsed * perSecond, bucketSize);
  return bucket;
}
