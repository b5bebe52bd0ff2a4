/** Growth of the pauses between attempts, in milliseconds. @public */
export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
}

/** The longest pause after the given attempt (1, 2, ...): doubles from `baseMs` up to `capMs`. @public */
export function backoffCeiling(attempt: number, backoff: Backoff): number {
  return Math.min(backoff.capMs, backoff.baseMs * 2 ** (attempt - 1));
}

/** Full jitter: anything between nothing and the ceiling, so that callers who failed together do not return together. @public */
export function jitteredBackoff(attempt: number, backoff: Backoff, random: () => number): number {
  return random() * backoffCeiling(attempt, backoff);
}
