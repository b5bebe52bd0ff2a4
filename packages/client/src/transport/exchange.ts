import { ServiceProblem } from '../errors/service-problem.js';
import { ServiceUnreachable } from '../errors/service-unreachable.js';
import { readProblem } from './read-problem.js';

/** Sends a call; the answer is one of the 200s. */
export type Send = (request: Request) => Promise<Response>;

/** Sends a call under a time limit of the caller's: `limit` ends it, and the reading of its answer. */
export type Exchange = (request: Request, limit: AbortSignal) => Promise<Response>;

/**
 * Signs calls with the key. A redirect is not followed: the key is for this service alone.
 * @throws {@link ServiceProblem} when the service refuses, {@link ServiceUnreachable} when it does not answer, the reason of
 * the request's signal when that ended it.
 */
export function signedExchange(key: string): Exchange {
  return async (request, limit) => {
    try {
      const signal = AbortSignal.any([request.signal, limit]);
      const signed = new Request(request, { signal, redirect: 'manual' });
      signed.headers.set('authorization', `Bearer ${key}`);
      const answer = await fetch(signed);
      if (answer.ok) return answer;
      throw await readProblem(answer);
    } catch (error) {
      throw explained(error, request.signal);
    }
  };
}

/** A failure in the words of this package, or the caller's own reason to stop. */
export function explained(error: unknown, caller: AbortSignal): unknown {
  if (caller.aborted) return caller.reason;
  return error instanceof ServiceProblem ? error : ServiceUnreachable.because(error);
}
