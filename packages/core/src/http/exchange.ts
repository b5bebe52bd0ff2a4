import type { Operation } from '../contract/operation.js';
import { EgressError } from '../errors/index.js';
import { operationOf, type TaggedOperation } from './operation-tag.js';

/**
 * A request on its way through the layers. Plain and immutable: a layer that changes something hands on a copy, which
 * costs far less than a copied `Request`, and a body that was read once can be sent again.
 */
export interface Exchange {
  readonly operationId: string;
  readonly operation: Operation;
  readonly url: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer | null;
  readonly signal: AbortSignal;
  /** The caller's request. `signal` follows the caller's own only for as long as somebody holds it. */
  readonly request?: Request;
  /** Told about every attempt, also those that get no answer. */
  readonly onAttempt?: () => void;
}

/** Brings an exchange to its answer. */
export type Handler = (exchange: Exchange) => Promise<Response>;

/** One concern around a handler. It may answer itself, change the exchange, or send again. */
export type Layer = (next: Handler) => Handler;

/** @throws EgressError when the request is not a call of a declared operation: nothing undeclared is ever sent. */
export async function exchangeOf(request: Request): Promise<Exchange> {
  const { operationId, operation } = declared(request);
  const body = request.body === null ? null : await request.arrayBuffer();
  const { url, headers, signal } = request;
  return { operationId, operation, url, headers, body, signal, request };
}

function declared(request: Request): TaggedOperation {
  const found = operationOf(request);
  if (found !== undefined) return found;
  throw new EgressError(
    'A request was refused: the manifest does not declare its operation. Declare it under `operations`.',
  );
}
