import type { Operation } from '../contract/operation.js';
import type { CustomFetchOptions } from 'oauth4webapi';
import type { Json } from '../contract/json.js';
import {
  AuthError,
  CancelledError,
  InvalidGrantError,
  ThrottledError,
  TransientError,
  VendorContractError,
  VendorRejectedError,
} from '../errors/index.js';
import { compose } from '../http/compose.js';
import type { Exchange, Handler } from '../http/exchange.js';
import { FailedAttempt } from '../http/failed-attempt.js';
import { attemptTimeout } from '../http/layers/attempt-timeout.js';
import { egressGuard } from '../http/layers/egress-guard.js';
import { observeLayer } from '../http/layers/observe.js';
import { allowedOrigins } from '../http/origins.js';
import { defaultLimits } from '../http/pipeline-options.js';
import { transport } from '../http/transport.js';
import { placeOf } from '../http/vendor-request-id.js';
import { systemClock } from '../retry/clock.js';
import { retryAfter } from '../retry/retry-after.js';
import type { TokenEndpoint } from './token-endpoint.js';

const operation = 'token';
const maxAnswerBytes = 1024 ** 2;
const defaultWaitMs = 60_000;
const defaultTimeoutMs = 30_000;

type TokenCall = CustomFetchOptions<'POST', URLSearchParams>;
type TokenFetch = (url: string, options: TokenCall) => Promise<Response>;

/**
 * The `fetch` given to oauth4webapi: guarded like every other call, it lets only good answers through, in the standard
 * spelling. Errors never carry what was sent or answered, for both hold secrets.
 */
export function tokenFetch(endpoint: TokenEndpoint): TokenFetch {
  const origins = allowedOrigins(endpoint.origins);
  const layers = [
    attemptTimeout(endpoint.timeoutMs ?? defaultTimeoutMs),
    egressGuard({ ...defaultLimits, origins, maxAnswerBytes }),
  ];
  const send = compose(layers, transport(endpoint.transport));
  const handle = compose([observeLayer(endpoint.observe)], (exchange) => attempt(send, exchange));
  const now = () => (endpoint.clock ?? systemClock).now();
  return async (url, options) => {
    const answer = await handle(exchangeOf(url, options));
    await refuse(answer, now());
    return Response.json(normalised(endpoint, (await readJson(answer)) as Json));
  };
}

/** Not one of the vendor's API: it is neither signed nor paid from a budget. */
const tokenOperation: Operation = {
  method: 'POST',
  path: '',
  purpose: 'Issues tokens.',
  usedFor: ['connection'],
  scopes: [],
  idempotent: false,
  rateLimit: '',
};

function exchangeOf(url: string, { headers, body, signal }: TokenCall): Exchange {
  return {
    operationId: operation,
    operation: tokenOperation,
    url,
    headers: new Headers(headers),
    body: new TextEncoder().encode(body.toString()).buffer,
    signal: signal ?? new AbortController().signal,
  };
}

async function attempt(handle: Handler, exchange: Exchange): Promise<Response> {
  exchange.onAttempt?.();
  try {
    return await handle(exchange);
  } catch (error) {
    if (exchange.signal.aborted) throw new CancelledError('The call was given up.', { operation });
    if (!(error instanceof FailedAttempt)) throw error;
    const message = `The vendor's token endpoint could not be reached (${error.message}).`;
    throw new TransientError(message, { operation }, { cause: error.cause });
  }
}

async function refuse(answer: Response, now: number): Promise<void> {
  const { ok, status } = answer;
  if (ok) return;
  const place = placeOf(operation, answer);
  if (status === 429)
    throw new ThrottledError(
      new Date(now + (retryAfter(answer.headers.get('retry-after'), now) ?? defaultWaitMs)),
      place,
    );
  if (status >= 500 || status === 408 || status === 425)
    throw new TransientError(`The vendor's token endpoint answered ${String(status)}.`, place);
  if ([400, 401, 403].includes(status)) {
    const Refusal = (await isInvalidGrant(answer)) ? InvalidGrantError : AuthError;
    throw new Refusal(
      'The vendor no longer accepts the grant or the app. Authorise the connection again.',
      place,
    );
  }
  throw new VendorRejectedError(
    `The vendor's token endpoint refused the call with ${String(status)}.`,
    place,
  );
}

/** Other forms of errors than the standard one say nothing that is relied upon. */
async function isInvalidGrant(answer: Response): Promise<boolean> {
  const body: unknown = await answer.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'error' in body && body.error === 'invalid_grant';
}

async function readJson(answer: Response): Promise<unknown> {
  if (answer.headers.get('content-length') !== '0') return answer.json();
  throw new VendorContractError(
    "The vendor's token endpoint answered without a body.",
    placeOf(operation, answer),
  );
}

function normalised(endpoint: TokenEndpoint, answer: Json): object {
  try {
    return endpoint.normalise(answer);
  } catch {
    throw new VendorContractError("The vendor's token answer has no access token that is understood.", {
      operation,
    });
  }
}
