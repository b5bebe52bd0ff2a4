import { systemClock } from '../retry/clock.js';
import { compose } from './compose.js';
import { exchangeOf, type Layer } from './exchange.js';
import { attemptTimeout } from './layers/attempt-timeout.js';
import { authorizationLayer } from './layers/authorization.js';
import { egressGuard } from './layers/egress-guard.js';
import { observeLayer } from './layers/observe.js';
import { rateBudgetLayer } from './layers/rate-budget.js';
import { retryLayer } from './layers/retry.js';
import { stepDeadline } from './layers/step-deadline.js';
import { wireLog } from './layers/wire-log.js';
import { allowedOrigins } from './origins.js';
import { defaultLimits, type PipelineLimits, type PipelineOptions } from './pipeline-options.js';
import type { Send } from './send.js';
import { transport } from './transport.js';

/**
 * The layers, outermost first. Retry is outside the budget and the authorization, so that every attempt pays a permit and
 * is signed afresh; the attempt's time starts after both, so that queueing does not count. @public
 */
export const pipelineOrder = [
  'observe',
  'step deadline',
  'retry',
  'rate budget',
  'authorization',
  'attempt timeout',
  'wire log',
  'egress guard',
] as const;

/**
 * The one way out to a vendor: hand the result to openapi-fetch as its `fetch`, and tag requests with `operationTag`.
 *
 * Resolves with the vendor's answer, whatever its status, read to its end (or streamed, for a `binary` operation).
 * @throws EgressError for an undeclared operation, a foreign origin or a redirect.
 * @throws AuthError when the vendor refused to renew the token, and a 403 therefore tells nothing about permissions.
 * @throws ThrottledError when the vendor asks for a longer wait than is waited out here, or keeps answering 429.
 * @throws TransientError when the vendor is unreachable, too slow or down after all attempts.
 * @throws VendorContractError when an answer is too large; so does reading a successful answer as JSON that is none.
 * @throws CancelledError when the request's signal aborts. @public
 */
export function createPipeline(options: PipelineOptions): Send {
  const limits = { ...defaultLimits, ...options.limits };
  const layers = layersByName(options, limits);
  const handle = compose(
    pipelineOrder.map((name) => layers[name]),
    transport(options.transport),
  );
  return async (request) => handle(await exchangeOf(request));
}

function layersByName(
  options: PipelineOptions,
  limits: PipelineLimits,
): Record<(typeof pipelineOrder)[number], Layer> {
  const origins = allowedOrigins(options.origins);
  const { budgetOf, quota, tokens, auth, clock = systemClock, random = Math.random } = options;
  const backoff = { baseMs: limits.backoffBaseMs, capMs: limits.backoffCapMs };
  const permit = rateBudgetLayer(budgetOf);
  return {
    observe: observeLayer(options.observe),
    'step deadline': stepDeadline(limits.stepDeadlineMs),
    retry: retryLayer({ ...limits, backoff, quota, clock, random }),
    'rate budget': permit,
    authorization: authorizationLayer({ origins, tokens, auth, permit, clock }),
    'attempt timeout': attemptTimeout(limits.attemptTimeoutMs),
    'wire log': wireLog(options.record),
    'egress guard': egressGuard({ origins, ...limits }),
  };
}
