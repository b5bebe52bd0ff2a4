import { describeError } from './errors/describe-error.js';
import type { CliIo } from './io.js';
import { createOutput } from './output/output.js';

/**
 * Tells an error that nobody caught, e.g. of a connection in the background, like any other: without a stack trace. The
 * command is interrupted, so that the application is still closed, and the process ends with the error's exit code. One that
 * runs for good, `lasting`, ends on the spot: it lets go of nothing, so that what it had in hand counts as what ended it.
 */
export function guardAgainstCrashes(io: CliIo, json: boolean, lasting: boolean, interrupt: () => void): void {
  process.on('uncaughtException', (error) => {
    const failure = describeError(error, false);
    createOutput(io, json).failure(failure, error);
    if (lasting) process.exit(failure.exitCode);
    process.once('exit', () => {
      process.exitCode = failure.exitCode;
    });
    interrupt();
  });
}
