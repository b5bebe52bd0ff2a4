import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../errors/is-passing.js';
import { ServiceProblem } from '../errors/service-problem.js';
import { ServiceUnreachable } from '../errors/service-unreachable.js';
import type { Send } from './exchange.js';

/** Milliseconds before the second and the third attempt, if the service names no time. */
const pauses = [200, 1_000] as const;
/** The longest time, in seconds, that is waited when the service names one. */
const patience = 60;
/** Failures that came before anything was sent. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Sends a call again after a passing failure. One that changes something is sent again only when the service cannot have
 * acted on it: it was not reached, it said that it is busy (429), or the call carries an `Idempotency-Key`.
 */
export function repeated(send: Send): Send {
  const attempt = async (request: Request, nth: number): Promise<Response> => {
    try {
      // A request can be sent once; what is kept is the original.
      return await send(request.clone());
    } catch (error) {
      const wait = pauseAfter(error, request, nth);
      if (wait === undefined) throw error;
      await pause(wait, undefined, { signal: request.signal });
      return attempt(request, nth + 1);
    }
  };
  return (request) => attempt(request, 0);
}

/** Milliseconds to the next attempt; undefined when there is none. */
function pauseAfter(error: unknown, request: Request, nth: number): number | undefined {
  const wait = pauses[nth];
  if (wait === undefined || request.signal.aborted || !isPassing(error) || isOutOfTime(error))
    return undefined;
  if (!wasNotCarriedOut(error) && !isRepeatable(request)) return undefined;
  const seconds = error instanceof ServiceProblem ? error.retryAfterSeconds : undefined;
  if (seconds === undefined) return wait;
  return seconds > patience ? undefined : seconds * 1000;
}

function wasNotCarriedOut(error: unknown): boolean {
  if (error instanceof ServiceProblem) return error.status === 429;
  return error instanceof ServiceUnreachable && neverSent.includes(error.reason);
}

/** Whoever waited for all of the time a call may take waits no second time. */
function isOutOfTime(error: unknown): boolean {
  return error instanceof ServiceUnreachable && error.reason === 'timeout';
}

function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || headers.has('idempotency-key');
}
