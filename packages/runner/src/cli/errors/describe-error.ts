import { ConnectorError } from '@privacy-connectors/core/errors';
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
    return { code: error.code, message: error.message, exitCode: exitCodeOf(error.code) };
  }
  if (error instanceof Error && error.name === 'EmbeddedPostgresError') {
    return { code: 'database', message: error.message, exitCode: exitCodes.database };
  }
  return { code: 'unexpected', message: unexpected(error), exitCode: exitCodes.unexpected };
}

const connectorExitCodes: Readonly<Record<string, number>> = {
  authentication: exitCodes.connectionRejected,
  missing_scope: exitCodes.connectionRejected,
  configuration: exitCodes.input,
};

function exitCodeOf(code: string): number {
  return connectorExitCodes[code] ?? exitCodes.notComplete;
}

/** Says the kind of error only: the message of an unknown one might carry personal data. */
function unexpected(error: unknown): string {
  const kind = [nameOf(error), systemCodeOf(error)].filter((word) => word !== '').join(' ');
  return `Something unexpected went wrong (${kind}). Nothing recorded is lost; DSR_DEBUG=1 shows the details, which may carry personal data.`;
}

function nameOf(error: unknown): string {
  return error instanceof Error && /^[A-Za-z]\w{0,60}$/.test(error.name) ? error.name : 'no error name';
}

function systemCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,60}$/.test(code) ? code : '';
}
