/** One part of the input that the service refused. */
export interface FieldProblem {
  /** Where it is, e.g. `connections.0`. */
  readonly field: string;
  readonly message: string;
}

/** What a service says about a call it did not carry out, as RFC 9457 has it. */
export interface ProblemDetails {
  readonly status: number;
  /** Short and stable: what a program branches on. */
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** Seconds after which the service wants to be asked again. */
  readonly retryAfterSeconds: number | undefined;
}

/** The service answered, and refused. `detail` is a sentence for a person, without personal values. */
export class ServiceProblem extends Error implements ProblemDetails {
  override readonly name = 'ServiceProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor({ status, code, detail, errors, retryAfterSeconds }: ProblemDetails) {
    super(detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
