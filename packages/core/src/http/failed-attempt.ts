import type { RetryCause } from '../retry/quota.js';

/** Failures that happen before a byte of the request has left. */
const unsent = new Set<unknown>([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** An attempt without an answer. Never leaves the pipeline: the outer layers turn it into a ConnectorError. */
export class FailedAttempt extends Error {
  override readonly name = 'FailedAttempt';
  readonly kind: RetryCause;
  /** False only when the request surely did not leave, so that it may be repeated whatever it does. */
  readonly sent: boolean;

  constructor(kind: RetryCause, sent: boolean, options?: ErrorOptions) {
    super(kind === 'timeout' ? 'no answer in time' : 'the connection failed', options);
    this.kind = kind;
    this.sent = sent;
  }
}

/** Classifies what `fetch`, or reading its body, threw. */
export function networkFailure(error: unknown): FailedAttempt {
  const sent = !codesOf(error).every((code) => unsent.has(code));
  return new FailedAttempt('answer', sent, { cause: error });
}

/** `fetch` hides the system's error in `cause`, and several of them (one per address) in an AggregateError. */
function codesOf(error: unknown): unknown[] {
  const cause = field(error, 'cause');
  const several = field(cause, 'errors');
  const failures: unknown[] = Array.isArray(several) ? several : [cause];
  return failures.map((failure) => field(failure, 'code'));
}

/** Reads a field without asking for the class: errors of `fetch` may come from another realm. */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
