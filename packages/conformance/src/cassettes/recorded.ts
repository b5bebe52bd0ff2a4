import { ConfigError } from '@privacy-connectors/core/errors';
import type { ApiDescription, DescribedContent, DescribedOperation } from '../description/api-description.js';
import { responseOf } from '../description/answer-comparison.js';
import { covers, isJson, mediaTypeOf } from '../description/media-type.js';
import type { MessageBody } from '../description/message-body.js';
import type { RecordedAnswer, RecordedRequest } from './cassette.js';
import type { SentRequest, WholeExchange } from './exchange-tap.js';
import { keptAnswerHeaders, keptRequestHeaders } from './scrubbing/headers.js';
import { matchPath } from './scrubbing/links.js';
import type { Scrubber } from './scrubbing/scrubber.js';

/** The declared operation. @throws ConfigError when the description does not declare it: nothing of it could be kept. */
export function describedOperation({ operations }: ApiDescription, operationId: string): DescribedOperation {
  const operation = operations.get(operationId);
  if (operation !== undefined) return operation;
  throw new ConfigError(
    `The API description does not declare the operation ${operationId}, so it cannot be recorded or replayed.`,
  );
}

/** A request as a cassette keeps it. */
export function recordedRequest(
  operation: DescribedOperation,
  request: SentRequest,
  scrubber: Scrubber,
): RecordedRequest {
  const { url, headers } = request;
  const { operationId, method, path } = operation;
  return {
    operationId,
    method,
    path: scrubber.path(operation, matchPath(path, url.pathname) ?? {}),
    query: scrubber.query(operation, url.searchParams, url.origin),
    headers: keptRequestHeaders(headers, scrubber, url.origin),
    body: keptBody(request.body, headers, { content: operation.requestBody, scrubber, origin: url.origin }),
  };
}

/** An answer as a cassette keeps it. */
export function recordedAnswer(
  operation: DescribedOperation,
  { request, status, headers, body }: WholeExchange,
  scrubber: Scrubber,
): RecordedAnswer {
  const { origin } = request.url;
  const content = responseOf(operation, status) ?? {};
  return {
    status,
    headers: keptAnswerHeaders(headers, scrubber, origin),
    body: keptBody(body, headers, { content, scrubber, origin }),
  };
}

interface Declared {
  readonly content: DescribedContent;
  readonly scrubber: Scrubber;
  readonly origin: string;
}

/** Only JSON is looked into; of everything else that is declared the size is kept. */
function keptBody(body: MessageBody, headers: Headers, { content, scrubber, origin }: Declared): MessageBody {
  const mediaType = mediaTypeOf(headers.get('content-type'));
  const declared = Object.keys(content).find((each) => mediaType !== undefined && covers(each, mediaType));
  if (body.kind !== 'json' || declared === undefined || !isJson(declared))
    return body.kind === 'json' ? { kind: 'none' } : body;
  const value = scrubber.json(content[declared], body.value, origin);
  return value === undefined ? { kind: 'none' } : { kind: 'json', value };
}
