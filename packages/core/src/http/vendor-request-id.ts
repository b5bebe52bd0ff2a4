import type { ErrorPlace } from '../errors/index.js';

/** The vendor's id of a request, for its support; dropped unless it is short and plain. */
export function vendorRequestId(headers: Headers): string | undefined {
  const id = headers.get('x-request-id') ?? headers.get('request-id');
  return id !== null && /^[\w.:-]{1,64}$/.test(id) ? id : undefined;
}

/** Where an answer came from, for an error about it. */
export function placeOf(
  operationId: string | undefined,
  answer: Pick<Response, 'headers' | 'status'>,
): ErrorPlace {
  return { operation: operationId, status: answer.status, vendorRequestId: vendorRequestId(answer.headers) };
}
