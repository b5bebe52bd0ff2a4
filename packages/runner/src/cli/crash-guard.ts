import { describeError } from './errors/describe-error.js';
import type { CliIo } from './io.js';
import { createOutput } from './output/output.js';

/**
 * Tells an error that nobody caught, e.g. of a connection in the background, like any other: without a stack trace. The
 * command is interrupted, so that the application is still closed, and the process ends with the error's exit code.
 */
export function guardAgainstCrashes(io: CliIo, json: boolean, interrupt: () => void): void {
  process.on('uncaughtException', (error) => {
    const failure = describeError(error, false);
    createOutput(io, json).failure(failure, error);
    process.once('exit', () => {
      process.exitCode = failure.exitCode;
    });
    interrupt();
  });
}
