import type { Operation } from '../../contract/operation.js';
import { ThrottledError, TransientError } from '../../errors/index.js';
import { backoffCeiling, jitteredBackoff, type Backoff } from '../../retry/backoff.js';
import type { Clock } from '../../retry/clock.js';
import type { RetryQuota } from '../../retry/quota.js';
import { retryAfter } from '../../retry/retry-after.js';
import type { Exchange, Handler, Layer } from '../exchange.js';
import { FailedAttempt } from '../failed-attempt.js';
import { placeOf } from '../vendor-request-id.js';

const retryableStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/** What the retry layer needs to know. */
export interface RetryOptions {
  readonly attempts: number;
  readonly backoff: Backoff;
  /** The longest wait, in milliseconds, that is sat out here; a longer one is handed to the runner as `ThrottledError`. */
  readonly maxInlineWaitMs: number;
  readonly quota: RetryQuota;
  readonly clock: Clock;
  readonly random: () => number;
}

type Attempt = Response | FailedAttempt;

/** Repeats what failed and may be repeated. */
export function retryLayer(options: RetryOptions): Layer {
  return (next) => async (exchange) => {
    for (let made = 1; ; made += 1) {
      const attempt = await attemptOnce(next, exchange);
      if (!mayRepeat(attempt, exchange.operation)) return settle(attempt, exchange, options.quota);
      await options.clock.sleep(pauseBeforeNext(attempt, exchange, made, options), exchange.signal);
    }
  };
}

async function attemptOnce(next: Handler, exchange: Exchange): Promise<Attempt> {
  try {
    return await next(exchange);
  } catch (error) {
    if (error instanceof FailedAttempt) return error;
    throw error;
  }
}

/** POST and PATCH are repeated only when that surely does no more than sending them once. */
function mayRepeat(attempt: Attempt, operation: Operation): boolean {
  const harmless = operation.idempotent || (operation.method !== 'POST' && operation.method !== 'PATCH');
  if (attempt instanceof FailedAttempt) return harmless || !attempt.sent;
  return retryableStatuses.has(attempt.status) && (harmless || attempt.status === 429);
}

function settle(attempt: Attempt, exchange: Exchange, quota: RetryQuota): Response {
  if (attempt instanceof FailedAttempt) throw unanswered(attempt, exchange);
  if (attempt.ok) quota.succeeded();
  return attempt;
}

/** Milliseconds to wait. Throws instead when this was the last attempt, the quota is used up, or the wait is too long. */
function pauseBeforeNext(attempt: Attempt, exchange: Exchange, made: number, options: RetryOptions): number {
  const now = options.clock.now();
  const asked =
    attempt instanceof FailedAttempt ? undefined : retryAfter(attempt.headers.get('retry-after'), now);
  if (asked !== undefined && asked > options.maxInlineWaitMs && attempt instanceof Response) {
    throw new ThrottledError(new Date(now + asked), placeOf(exchange.operationId, attempt));
  }
  const cause = attempt instanceof FailedAttempt ? attempt.kind : 'answer';
  if (made >= options.attempts || !options.quota.take(cause)) {
    throw exhausted(attempt, exchange, now + (asked ?? backoffCeiling(made, options.backoff)));
  }
  return asked ?? jitteredBackoff(made, options.backoff, options.random);
}

function exhausted(attempt: Attempt, exchange: Exchange, retryAt: number): ThrottledError | TransientError {
  if (attempt instanceof FailedAttempt) return unanswered(attempt, exchange);
  const place = placeOf(exchange.operationId, attempt);
  if (attempt.status === 429) return new ThrottledError(new Date(retryAt), place);
  return new TransientError(`The vendor keeps answering ${String(attempt.status)}.`, place);
}

function unanswered(attempt: FailedAttempt, exchange: Exchange): TransientError {
  const message = `The vendor could not be reached (${attempt.message}).`;
  return new TransientError(message, { operation: exchange.operationId }, { cause: attempt.cause });
}
