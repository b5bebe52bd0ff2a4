import { ServiceProblem, ServiceUnreachable } from '@privacy-connectors/client';
import type { ErrorDescription } from '@privacy-connectors/core/errors';
import { connectorExitCode } from '../errors/connector-exit-code.js';
import {
  ConfigurationError,
  DatabaseError,
  EngineError,
  EvidenceError,
  ForbiddenError,
  InputError,
  type RunnerError,
  ServiceError,
  VaultError,
} from '../errors/runner-error.js';
import { RemoteFailure } from './remote-failure.js';

/** The result of a call; its failure in the words of the command line. */
export async function translated<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw translateFailure(error);
  }
}

/** A failure as it would be here; what is not one of the service stays as it is. */
export function translateFailure(error: unknown): unknown {
  if (error instanceof ServiceUnreachable) return new ServiceError(unreachable(error.reason));
  if (error instanceof ServiceProblem) return failureOf({ code: error.code, message: messageOf(error) });
  return error;
}

function unreachable(reason: string): string {
  return `The service at DSR_URL does not answer (${reason}). Look whether it runs there; nothing recorded is lost.`;
}

type MakeFailure = (message: string) => RunnerError;

/** Failures that have the same code here and there. */
const runnerFailures: Readonly<Record<string, MakeFailure>> = {
  input: (message) => new InputError(message),
  not_allowed: (message) => new ForbiddenError(message),
  configuration: (message) => new ConfigurationError(message),
  database: (message) => new DatabaseError(message),
  vault: (message) => new VaultError(message),
  engine: (message) => new EngineError(message),
  evidence: (message) => new EvidenceError(message),
  unexpected: (message) => new RemoteFailure('unexpected', 1, message),
  not_authenticated: () => new ServiceError(refusedKey),
  no_route: () => new ServiceError(otherVersion),
  wrong_method: () => new ServiceError(otherVersion),
};

const refusedKey =
  'The service refuses the key of DSR_API_KEY: it is wrong, expired or revoked. An admin makes another with: dsr keys create.';
const otherVersion =
  'The service does not know this call: it is of another version than this dsr. Update the older one of them.';

/** Codes of the contract of connectors: what a vendor, or the connector to it, did. */
const connectorCodes: readonly string[] = [
  'ambiguous_subject',
  'authentication',
  'cancelled',
  'egress_refused',
  'missing_scope',
  'stored_value',
  'throttled',
  'transient',
  'unsupported',
  'vendor_contract',
  'vendor_not_found',
  'vendor_rejected',
];

/** The failure with that code and in those words. */
export function failureOf({ code, message }: Pick<ErrorDescription, 'code' | 'message'>): RunnerError {
  const make = runnerFailures[code];
  if (make !== undefined) return make(message);
  if (connectorCodes.includes(code)) return new RemoteFailure(code, connectorExitCode(code), message);
  return new ServiceError(message);
}

function messageOf({ detail, errors }: ServiceProblem): string {
  if (errors.length === 0) return detail;
  return `The service refuses the input: ${errors.map(({ message }) => message.replace(/\.$/, '')).join('; ')}.`;
}
