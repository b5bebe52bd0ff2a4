import type { Answer, Route, SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import type { RateClassName, RateClassOf } from '../limits/rate-classes.js';
import { keyOf } from '../private-keys.js';
import { klaviyoError, MEDIA_TYPE } from './answers.js';
import type { Context } from './context.js';

/** The only revision of the API that this simulator speaks. */
export const REVISION = '2026-07-15';

export interface GuardedOperation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  readonly template: string;
  /** All of them are needed. */
  readonly scopes: readonly string[];
  readonly rateClass: RateClassName | RateClassOf;
  readonly handle: (request: SimulatedRequest) => Answer;
}

/** An operation that asks for a live key, the revision, a place in its windows, its scopes and JSON:API, in this order. */
export function guarded(context: Context, operation: GuardedOperation): Route {
  const { operationId, method, template } = operation;
  return {
    operationId,
    method,
    template,
    // The base knows leaky buckets for all calls together; Klaviyo's windows are counted here.
    metered: false,
    handle: (request) => answer(context, operation, request),
  };
}

function answer(context: Context, operation: GuardedOperation, request: SimulatedRequest): Answer {
  const granted = context.keys.scopesOf(keyOf(request.headers.authorization));
  if (granted === undefined) return klaviyoError(401);
  if (request.headers['revision'] !== REVISION)
    return klaviyoError(400, 'The revision header is missing or names no revision.');
  const { rateClass } = operation;
  const { admitted, headers } = context.limits.admit(
    operation.operationId,
    typeof rateClass === 'string' ? rateClass : rateClass(request),
  );
  const answered = admitted ? admittedAnswer(context, operation, request, granted) : klaviyoError(429);
  return { ...answered, headers: { ...answered.headers, ...headers } };
}

function admittedAnswer(
  context: Context,
  { scopes, method, handle }: GuardedOperation,
  request: SimulatedRequest,
  granted: readonly string[],
): Answer {
  const missing = scopes.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) return klaviyoError(403, `The key lacks a scope: ${missing.join(', ')}.`);
  if (request.headers.accept !== MEDIA_TYPE) return klaviyoError(406);
  if (method === 'POST' && request.headers['content-type'] !== MEDIA_TYPE) return klaviyoError(415);
  context.world.settle();
  return handle(request);
}
