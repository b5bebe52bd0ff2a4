import { json, type Answer } from '@privacy-connectors/conformance/simulator';

const TYPES: Readonly<Record<number, string>> = {
  400: 'validation_error',
  401: 'authentication_error',
  403: 'authentication_error',
  404: 'not_found',
  429: 'rate_limit',
};

/** Drift's error form for a status. */
export function errorBody(status: number, message = 'The request could not be served'): unknown {
  return { error: { type: TYPES[status] ?? 'internal_error', message } };
}

export function driftError(status: number, message?: string): Answer {
  return json(status, errorBody(status, message));
}

/** An error of the contact API, with its code. */
export function contactError(status: number, code: string): Answer {
  const message = `${code}: the contact request could not be served`;
  return json(status, { error: { type: TYPES[status] ?? 'internal_error', code, message } });
}
