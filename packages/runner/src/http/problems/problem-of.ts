import { ConnectorError } from '@privacy-connectors/core/errors';
import {
  ConfigurationError,
  ConflictError,
  DatabaseError,
  EvidenceError,
  ExpiredError,
  ForbiddenError,
  IdempotencyError,
  InputError,
  KeyServiceError,
  MisuseError,
  NotFoundError,
  RunnerError,
} from '../../errors/runner-error.js';
import { kinds, problem } from './kinds.js';
import { type Problem, ProblemError } from './problem.js';

/** What the caller is told about a failure. What is not known to be safe to tell is not told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof RunnerError) return problemOfRunner(error);
  if (ConnectorError.is(error)) return problemOfVendor(error);
  return problemOfFramework(error) ?? problem(kinds.unexpected, nothingLost);
}

const nothingLost = 'Nothing recorded is lost. The log of the service tells more under the id of this call.';

function problemOfRunner(error: RunnerError): Problem {
  const { code, message } = error;
  return problem(kindOf(error), message, { code });
}

function kindOf(error: RunnerError) {
  return kindsOfErrors.find(([type]) => error instanceof type)?.[1] ?? kinds.unexpected;
}

/** The first that fits counts: the more precise come before what they are a kind of. */
const kindsOfErrors = [
  [NotFoundError, kinds.notFound],
  [ForbiddenError, kinds.notAllowed],
  [ExpiredError, kinds.expired],
  [IdempotencyError, kinds.keyReused],
  [ConflictError, kinds.conflict],
  [InputError, kinds.refused],
  [EvidenceError, kinds.refused],
  [ConfigurationError, kinds.refused],
  [MisuseError, kinds.unexpected],
  [DatabaseError, kinds.unavailable],
  [KeyServiceError, kinds.unavailable],
] as const;

/** Codes of connectors that a person mends at the connection; the others are the vendor's failures. */
const mendable: readonly string[] = ['authentication', 'missing_scope', 'configuration', 'egress_refused'];

function problemOfVendor({ code, message }: ConnectorError): Problem {
  if (code === 'throttled') return problem(kinds.unavailable, message, { code });
  return problem(mendable.includes(code) ? kinds.refused : kinds.vendor, message, { code });
}

/** Failures that the HTTP framework finds before a route is asked, by its codes. */
const frameworkProblems: { readonly [code: string]: Problem } = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem(kinds.tooLarge, 'The body is larger than this route takes.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(kinds.wrongMediaType, 'Send the body as application/json.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: problem(kinds.invalidInput, 'The body is not valid JSON.'),
  FST_ERR_CTP_INVALID_JSON_BODY: problem(kinds.invalidInput, 'The body is not valid JSON.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problem(kinds.invalidInput, 'The body is not as long as announced.'),
  FST_ERR_BAD_URL: problem(kinds.invalidInput, 'The path is not a valid URL.'),
  FST_ERR_HANDLER_TIMEOUT: problem(
    kinds.unavailable,
    'This took longer than a call may take. Try again later.',
  ),
};

function problemOfFramework(error: unknown): Problem | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? frameworkProblems[error.code] : undefined;
}
