import type { Manifest } from '@privacy-connectors/core';
import {
  answerValidator,
  createAnswerReader,
  operationTag,
  type AnswerReader,
  type OpenApiDocument,
  type Send,
} from '@privacy-connectors/core/http';

/** What a call may carry. */
export interface CallOptions {
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | null>>;
  readonly body?: object;
  /** Undefined for a call that cannot be given up. */
  readonly signal: AbortSignal | undefined;
}

/** Calls a reference vendor; `Answers` has the answer of each operation. */
export interface ReferenceClient<Answers> {
  readonly fetch: Send;
  readonly baseUrl: string;
  call<Id extends keyof Answers & string>(operationId: Id, options: CallOptions): Promise<Answers[Id]>;
}

type Operations = Manifest['operations'];

/** The usual way to read an answer: throws for everything that is no success. */
export function strictReader(openapi: OpenApiDocument, operations: Operations): AnswerReader {
  return createAnswerReader(answerValidator(openapi), operations);
}

/** A client for these operations, all of whose answers go through `read`. */
export function connectTo<Answers>(
  operations: Operations,
  { fetch, baseUrl }: { readonly fetch: Send; readonly baseUrl: string },
  read: AnswerReader,
): ReferenceClient<Answers> {
  return {
    fetch,
    baseUrl,
    call: async (operationId, options) => {
      const response = await fetch(requestOf(operations, baseUrl, operationId, options));
      const data = (await dataOf(
        operations[operationId]?.binary === true,
        response,
      )) as Answers[typeof operationId];
      return read(operationId, { data, response });
    },
  };
}

function requestOf(
  operations: Operations,
  baseUrl: string,
  operationId: string,
  { path, query = {}, body, signal }: CallOptions,
): Request {
  const operation = operations[operationId];
  if (operation === undefined) throw new RangeError(`There is no operation ${operationId}.`);
  const url = new URL(`${baseUrl}${path ?? operation.path}`);
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, value);
  const request = new Request(url, {
    method: operation.method,
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  operationTag(operations).onRequest({ request, schemaPath: operation.path });
  return request;
}

/** Of any type: the reader validates it. */
async function dataOf(binary: boolean, response: Response): Promise<unknown> {
  if (!response.ok) return undefined;
  return binary ? response.body : response.json();
}
