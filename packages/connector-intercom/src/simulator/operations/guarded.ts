import type { Answer, Route, SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { intercomError } from './errors.js';

const VERSION = '2.16';

export interface GuardedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly template: string;
  /** Any one of them is enough; a live token is when there is none. */
  readonly scopes: readonly string[];
  readonly handle: (request: SimulatedRequest, scopes: readonly string[]) => Answer;
}

/**
 * An operation that asks for a live token with one of the scopes, for room in the window, and for the version's header
 * (without which Intercom takes whatever version the app happens to have).
 */
export function guarded(context: Context, operation: GuardedOperation): Route {
  const { operationId, method, template, scopes, handle } = operation;
  return {
    operationId,
    method,
    template,
    // By the window below: its state belongs into every answer.
    metered: false,
    handle: (request) => {
      const token = request.bearer === undefined ? undefined : context.tokens.use(request.bearer);
      if (token === undefined) return intercomError(401);
      if (context.window?.take() === false) return withWindow(context, intercomError(429));
      if (request.headers['intercom-version'] !== VERSION)
        return intercomError(400, 'intercom_version_invalid');
      const granted = scopes.length === 0 || scopes.some((scope) => token.scopes.includes(scope));
      return withWindow(context, granted ? handle(request, token.scopes) : intercomError(403));
    },
  };
}

function withWindow({ window }: Context, answer: Answer): Answer {
  return window === undefined ? answer : { ...answer, headers: { ...answer.headers, ...window.headers } };
}
