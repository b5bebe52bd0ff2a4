import { ConnectorError } from '@privacy-connectors/core/errors';
import { connectorExitCode } from '../errors/connector-exit-code.js';
import { RunnerError } from '../errors/runner-error.js';

/** A connection was not made, and tokens that the vendor gave for it may be valid. Its code is that of the failure. */
export class TokensLeftError extends RunnerError {
  override readonly code: string;
  override readonly exitCode: number;

  constructor(failure: unknown, manualSteps: readonly string[]) {
    const { code, exitCode, message } = factsOf(failure);
    super(
      `${message} The vendor gave tokens that were not taken, and may be valid. ${manualSteps.join(' ')}`,
      {
        cause: failure,
      },
    );
    this.code = code;
    this.exitCode = exitCode;
  }
}

function factsOf(failure: unknown): Pick<RunnerError, 'code' | 'exitCode' | 'message'> {
  if (failure instanceof RunnerError) return failure;
  if (!ConnectorError.is(failure))
    return { code: 'internal', exitCode: 1, message: 'The connection was not made.' };
  const { code, message } = failure;
  return { code, exitCode: connectorExitCode(code), message };
}
