import { ConnectorError } from '@privacy-connectors/core/errors';
import { connectorExitCode } from '../../errors/connector-exit-code.js';
import { errorFacts } from '../../errors/error-facts.js';
import { RunnerError } from '../../errors/runner-error.js';
import { exitCodes } from '../exit-code.js';
import { InterruptedError } from './interrupted-error.js';

/** What is told about a failure: safe to print, and the exit code that goes with it. */
export interface FailureDescription {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
}

/** `interrupted`: the process was asked to end, which explains any failure that does not explain itself. */
export function describeError(error: unknown, interrupted: boolean): FailureDescription {
  if (error instanceof RunnerError) {
    return { code: error.code, message: error.message, exitCode: error.exitCode };
  }
  if (interrupted) return describeError(new InterruptedError(), false);
  if (ConnectorError.is(error)) {
    return { code: error.code, message: error.message, exitCode: connectorExitCode(error.code) };
  }
  if (error instanceof Error && error.name === 'EmbeddedPostgresError') {
    return { code: 'database', message: error.message, exitCode: exitCodes.database };
  }
  return { code: 'unexpected', message: unexpected(error), exitCode: exitCodes.unexpected };
}

/** Says the kind of error only: the message of an unknown one might carry personal data. */
function unexpected(error: unknown): string {
  const { name, code } = errorFacts(error);
  const kind = code === undefined ? name : `${name} ${code}`;
  return `Something unexpected went wrong (${kind}). Nothing recorded is lost; DSR_DEBUG=1 shows the details, which may carry personal data.`;
}
