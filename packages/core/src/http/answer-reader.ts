import type { Manifest } from '../contract/manifest.js';
import {
  AuthError,
  EgressError,
  MissingScopeError,
  ThrottledError,
  TransientError,
  VendorContractError,
  VendorNotFoundError,
  VendorRejectedError,
  type ConnectorError,
} from '../errors/index.js';
import { retryAfter } from '../retry/retry-after.js';
import type { AnswerValidator } from '../validation/answers.js';
import { placeOf } from './vendor-request-id.js';

/** The result of a call through openapi-fetch. @public */
export interface CallResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Reads the result of a call of the named operation. @public */
export type AnswerReader = <Result extends CallResult>(
  operationId: string,
  result: Result,
) => NonNullable<Result['data']>;

/** Wait assumed after a 429 without `Retry-After` that was not retried, in milliseconds. */
const defaultWaitMs = 20_000;

/**
 * The only way a connector reads results. Success is the status and nothing else: openapi-fetch's `error` is undefined for
 * a 500 with an empty body. A successful answer is validated against the connector's API description; that of a `binary`
 * operation is its stream.
 *
 * The reader throws AuthError (401, or 403 of an operation without scopes), MissingScopeError (403), VendorNotFoundError
 * (404, 410), ThrottledError (429), VendorRejectedError (other 4xx), TransientError (408, 425, 5xx), EgressError (3xx) and
 * VendorContractError (anything that does not fit the description). @public
 */
export function createAnswerReader(
  validator: AnswerValidator,
  operations: Manifest['operations'],
): AnswerReader {
  return <Result extends CallResult>(operationId: string, { data, response }: Result) => {
    if (!response.ok) throw errorOf(operationId, response, operations[operationId]?.scopes ?? []);
    if (operations[operationId]?.binary !== true) validator.validate(operationId, response.status, data);
    else if (data === undefined || data === null) {
      throw new VendorContractError(
        'The vendor answered without the file that was asked for.',
        placeOf(operationId, response),
      );
    }
    return data as NonNullable<Result['data']>;
  };
}

function errorOf(operationId: string, response: Response, scopes: readonly string[]): ConnectorError {
  const { status } = response;
  const place = placeOf(operationId, response);
  if (mayPass(status)) return new TransientError(`The vendor answered ${String(status)}.`, place);
  if (status < 400)
    return new EgressError('The vendor redirects the call elsewhere. Redirects are never followed.', place);
  switch (status) {
    case 401:
      return new AuthError(
        'The vendor rejects the credentials. Make or check the token, or authorise the connection again.',
        place,
      );
    case 403:
      if (scopes.length > 0) return new MissingScopeError(scopes, place);
      return new AuthError('The vendor refuses access. Authorise the connection again.', place);
    case 404:
    case 410:
      return new VendorNotFoundError('The vendor does not know what was asked for.', place);
    case 429:
      return new ThrottledError(waitUntil(response), place);
    default:
      return new VendorRejectedError(`The vendor refused the call with ${String(status)}.`, place);
  }
}

/** Statuses about the moment, not the call: nothing says that the vendor refused it, or that it did nothing. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 425;
}

function waitUntil(response: Response): Date {
  const now = Date.now();
  return new Date(now + (retryAfter(response.headers.get('retry-after'), now) ?? defaultWaitMs));
}
