import type { Answer, Route, SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { driftError } from './errors.js';

export type GuardedHandler = (request: SimulatedRequest, scopes: readonly string[]) => Answer;

export interface GuardedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly template: string;
  /** Any one of them is enough; a live token is when there is none. */
  readonly scopes: readonly string[];
  readonly handle: GuardedHandler;
}

/** A metered operation that asks for a live token with one of the scopes. */
export function guarded(context: Context, operation: GuardedOperation): Route {
  const { operationId, method, template, scopes, handle } = operation;
  return {
    operationId,
    method,
    template,
    metered: true,
    handle: (request) => {
      const token = request.bearer === undefined ? undefined : context.tokens.use(request.bearer);
      if (token === undefined) return driftError(context.behaviour.badTokenStatus, 'The token is not valid');
      const granted = scopes.length === 0 || scopes.some((scope) => token.scopes.includes(scope));
      if (!granted) return driftError(403, 'The token lacks a scope');
      context.world.settle();
      return handle(request, token.scopes);
    },
  };
}
