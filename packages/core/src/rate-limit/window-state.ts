import type { WindowLimit } from '../contract/rate-limit.js';

/** What an answer's headers say about a window; absent is what they do not say. @public */
export interface WindowState {
  readonly requests?: number;
  readonly remaining?: number;
  /** Seconds until the next window begins, never more than the window is long. */
  readonly resetSeconds?: number;
}

/** Reads a vendor's rate-limit headers. `now` is in epoch milliseconds. What is no number counts as absent. @public */
export function windowStateOf(limit: WindowLimit, answer: Headers, now: number): WindowState {
  const names = limit.headers;
  if (names === undefined) return {};
  const requests = count(answer.get(names.limit));
  const remaining = count(answer.get(names.remaining));
  const reset = count(answer.get(names.reset));
  return {
    ...(requests === undefined || requests === 0 ? {} : { requests }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(reset === undefined ? {} : { resetSeconds: untilReset(reset, limit, names.resetIn, now) }),
  };
}

/**
 * What a bucket may hold at most, given the state of the window; undefined when the vendor does not say. Negative where this
 * window is used up: the next permit comes when the next one begins. @public
 */
export function contentWithin(
  { remaining, resetSeconds }: WindowState,
  perSecond: number,
): number | undefined {
  if (remaining !== 0 || resetSeconds === undefined) return remaining;
  return 1 - Math.max(1, resetSeconds * perSecond);
}

function untilReset(
  reset: number,
  { seconds }: WindowLimit,
  resetIn: 'epoch_seconds' | 'seconds',
  now: number,
): number {
  const left = resetIn === 'seconds' ? reset : reset - now / 1000;
  return Math.min(Math.max(left, 0), seconds);
}

/** The number that a header begins with: some vendors add their windows behind it (`750, 750;w=60`). */
function count(header: string | null): number | undefined {
  const digits = /^\s*(\d{1,15})/.exec(header ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
