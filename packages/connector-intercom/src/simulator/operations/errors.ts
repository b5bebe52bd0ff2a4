import { json, type Answer } from '@privacy-connectors/conformance/simulator';

const CODES: Readonly<Record<number, string>> = {
  400: 'parameter_invalid',
  401: 'unauthorized',
  403: 'token_unauthorized',
  404: 'not_found',
  409: 'conflict',
  410: 'contact_merged',
  422: 'data_invalid',
  429: 'rate_limit_exceeded',
};

/** Intercom's error form for a status. */
export function errorBody(status: number, code = CODES[status] ?? 'server_error'): unknown {
  const errors = [{ code, message: 'The request could not be served.', field: null }];
  return { type: 'error.list', request_id: '003vl8e1b5q9h0q2g0m0', errors };
}

export function intercomError(
  status: number,
  code?: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return json(status, errorBody(status, code), headers);
}
