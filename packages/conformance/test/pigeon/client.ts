import {
  answerValidator,
  createAnswerReader,
  operationTag,
  type AnswerReader,
  type Send,
} from '@privacy-connectors/core/http';
import { manifest } from './manifest.js';
import type { Answers } from './model.js';
import { openapi } from './openapi.js';

/** What a call may carry. */
export interface CallOptions {
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | null>>;
  readonly body?: object;
  /** Undefined for a call that cannot be given up. */
  readonly signal: AbortSignal | undefined;
}

/** Calls Pigeon Post. */
export interface PigeonClient {
  readonly fetch: Send;
  readonly baseUrl: string;
  call<Id extends keyof Answers>(operationId: Id, options: CallOptions): Promise<Answers[Id]>;
}

const tag = operationTag(manifest.operations);

/** The usual way to read an answer: throws for everything that is no success. */
export const readStrictly: AnswerReader = createAnswerReader(answerValidator(openapi), manifest.operations);

export function connectPigeon(fetch: Send, baseUrl: string, read: AnswerReader = readStrictly): PigeonClient {
  return {
    fetch,
    baseUrl,
    call: async (operationId, options) => {
      const response = await fetch(requestOf(baseUrl, operationId, options));
      const data = await dataOf(operationId, response);
      return read(operationId, { data, response });
    },
  };
}

function requestOf(
  baseUrl: string,
  operationId: keyof Answers,
  { path, query = {}, body, signal }: CallOptions,
): Request {
  const operation = manifest.operations[operationId];
  const url = new URL(`${baseUrl}${path ?? operation.path}`);
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, value);
  const request = new Request(url, {
    method: operation.method,
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  tag.onRequest({ request, schemaPath: operation.path });
  return request;
}

/** Of any type: the reader validates it. */
async function dataOf<Id extends keyof Answers>(
  operationId: Id,
  response: Response,
): Promise<Answers[Id] | undefined> {
  if (!response.ok) return undefined;
  return (operationId === 'downloadScan' ? response.body : await response.json()) as Answers[Id];
}
