import { CommanderError } from 'commander';
import { InputError } from '../errors/runner-error.js';
import type { CommandContext } from './command-context.js';
import { describeError } from './errors/describe-error.js';
import { usageError } from './errors/usage-error.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import type { CliIo } from './io.js';
import type { Openers } from './openers.js';
import { createOutput } from './output/output.js';
import { createProgram } from './program.js';

/** Runs one command and returns the exit code. Never throws; every failure is told on stderr. */
export async function runCli(args: readonly string[], io: CliIo, openers: Openers): Promise<number> {
  const output = createOutput(io, args.includes('--json'));
  try {
    return await execute(args, { io, openers, output });
  } catch (error) {
    const failure = describeError(error, io.signal.aborted);
    output.failure(failure, error);
    return failure.exitCode;
  }
}

async function execute(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = createProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, context);
    throw error;
  }
}

/** Commander also throws when it has shown help or the version; incomplete commands show help and are an error. */
function endOfParsing(error: CommanderError, context: CommandContext): ExitCode {
  if (error.exitCode === 0) return exitCodes.done;
  if (error.code !== 'commander.help') throw usageError(error);
  if (context.output.json)
    throw new InputError('The command is not complete. Add --help to see what is possible.');
  return exitCodes.input;
}
