/** One field of the input that is wrong; its value is never repeated. */
export interface FieldProblem {
  /** Where it stands, e.g. `ids.0.namespace`. */
  readonly field: string;
  readonly message: string;
}

/** An answer that is no success, as `application/problem+json`. @see RFC 9457 */
export interface Problem {
  /** The kind of problem, a URI reference that does not change. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What is wrong this time, and the way out; free of personal values. */
  readonly detail: string;
  /** The word that the command line has for it, e.g. `input`. */
  readonly code: string;
  /** Every field that is wrong, where that is what is wrong. */
  readonly errors?: readonly FieldProblem[];
}

/** Ends a call with a problem; `headers` go with it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.headers = headers;
  }
}
