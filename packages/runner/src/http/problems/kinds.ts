import type { FieldProblem, Problem } from './problem.js';

/** What stays the same of every problem of one kind. */
interface Kind {
  readonly name: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
}

/** Every kind of problem there is, by what it is about. */
export const kinds = {
  invalidInput: kind('invalid-input', 'The input is not valid', 400, 'input'),
  notAuthenticated: kind('not-authenticated', 'A valid API key is needed', 401, 'not_authenticated'),
  notAllowed: kind('not-allowed', 'The key does not allow this', 403, 'not_allowed'),
  notFound: kind('not-found', 'There is no such thing', 404, 'input'),
  noRoute: kind('no-route', 'There is no such route', 404, 'no_route'),
  wrongMethod: kind('wrong-method', 'The route has another method', 405, 'wrong_method'),
  tooSlow: kind('too-slow', 'The request took too long to arrive', 408, 'too_slow'),
  conflict: kind('conflict', 'The state does not allow this', 409, 'input'),
  expired: kind('expired', 'What was asked for was destroyed', 410, 'input'),
  tooLarge: kind('too-large', 'The request is too large', 413, 'too_large'),
  wrongMediaType: kind('wrong-media-type', 'The body must be JSON', 415, 'wrong_media_type'),
  rangeNotSatisfiable: kind('range-not-satisfiable', 'There is no such range', 416, 'range'),
  refused: kind('refused', 'What was asked for cannot be done', 422, 'input'),
  keyReused: kind('idempotency-key-reused', 'The Idempotency-Key belongs to another body', 422, 'input'),
  tooManyCalls: kind('too-many-calls', 'There were too many calls', 429, 'too_many_calls'),
  headersTooLarge: kind('headers-too-large', 'The headers are too large', 431, 'too_large'),
  unexpected: kind('unexpected', 'Something unexpected went wrong', 500, 'unexpected'),
  vendor: kind('vendor', 'The vendor did not answer as it should', 502, 'vendor'),
  busy: kind('busy', 'The service has too much to do', 503, 'busy'),
  unavailable: kind('unavailable', 'The service cannot do this right now', 503, 'unavailable'),
} as const;

function kind(name: string, title: string, status: number, code: string): Kind {
  return { name, title, status, code };
}

/** One problem of a kind; `code` where the command line has a more precise word. */
export function problem(
  { name, title, status, code }: Kind,
  detail: string,
  more: { readonly code?: string; readonly errors?: readonly FieldProblem[] } = {},
): Problem {
  return { type: `/problems/${name}`, title, status, detail, code, ...more };
}
