import { Command, CommanderError } from 'commander';
import { CassetteRefused } from '../../cassettes/cassette-file.js';
import { liveCommand, type CommandProcess, type LiveCommandOptions } from './live-command.js';
import { UsageError } from './usage-error.js';

const pageWidth = 80;

const help = `
Environment:
  DSR_LIVE_<CONNECTOR>_TOKEN  access token or API key of the account (needed)
  DSR_LIVE_<CONNECTOR>_EMAIL  the person, if --email is not given
  DSR_CASSETTE_KEY            key of the pseudonyms in a recording, 16 bytes
                              or more (default: a new one each time)

<CONNECTOR> is the connector's id in capital letters: DSR_LIVE_DRIFT_TOKEN.

Examples:
  $ dsr-conformance live @privacy-connectors/connector-drift
  $ dsr-conformance live my-connector --email t@example.org --record t.cassette

Exit codes:
  0  everything is as it should be
  1  something is broken
  2  not run: a token, an argument or a confirmation is missing`;

/** Runs the command and answers its exit code. Never rejects; failures are told on stderr, without values. */
export async function runCommand(argv: readonly string[], process: CommandProcess): Promise<number> {
  let exitCode = 0;
  const program = programFor(process, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${reasonOf(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** The messages of other errors may quote what they failed over. */
function reasonOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof CassetteRefused) return error.message;
  return `The command failed with ${error instanceof Error ? error.name : 'something that is no error'}.`;
}

function programFor(process: CommandProcess, report: (exitCode: number) => void): Command {
  const program = new Command('dsr-conformance')
    .description('Tries connectors on real accounts.')
    .configureHelp({ helpWidth: pageWidth })
    .configureOutput({
      writeOut: (text) => {
        process.stdout.write(text);
      },
      writeErr: (text) => {
        process.stderr.write(text);
      },
    })
    .exitOverride();
  program
    .command('live')
    .description('Reads one account and changes nothing there, unless it is told to.')
    .argument('<package>', 'npm package of the connector')
    .option('--email <address>', 'the test person to read')
    .option('--set <name=value>', 'a setting of the connection; can be repeated', collect)
    .option('--record <file>', 'write a cassette: pseudonyms only')
    .option('--write', 'erase the test person afterwards, for good')
    .option('--yes', 'do not ask whether the person may be erased')
    .addHelpText('after', help)
    .action(async (packageName: string, options: LiveCommandOptions) => {
      report(await liveCommand(packageName, options, process));
    });
  return program;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
