import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { addAuditCommands } from './commands/audit.js';
import { addConnectionCommands } from './commands/connection.js';
import { addConnectorCommands } from './commands/connector.js';
import type { Report } from './commands/leaf-command.js';
import { addKeysCommands } from './commands/keys.js';
import { addReceiptCommands } from './commands/receipt.js';
import { addRequestCommands } from './commands/request.js';
import { addServeCommand } from './commands/serve.js';
import { addWorkerCommand } from './commands/worker.js';
import { exitCodeDescriptions } from './exit-code.js';
import { pageWidth } from './output/layout.js';
import { readVersion } from '../version.js';

/** The whole command tree. `report` gets the exit code of the command that ran. */
export function createProgram(context: CommandContext, report: Report): Command {
  const { io, output } = context;
  const program = new Command('dsr')
    .description('Runs privacy requests (access and deletion) through one connector per vendor.')
    .version(readVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .configureHelp({ helpWidth: pageWidth })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        io.stdout.write(text);
      },
      writeErr: (text) => {
        if (!output.json) io.stderr.write(text);
      },
      // Told by runCli instead, without repeating what might be a secret.
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', rootHelp());
  addConnectorCommands(program, context, report);
  addConnectionCommands(program, context, report);
  addRequestCommands(program, context, report);
  addReceiptCommands(program, context, report);
  addServeCommand(program, context, report);
  addWorkerCommand(program, context, report);
  addKeysCommands(program, context, report);
  addAuditCommands(program, context, report);
  return program;
}

function rootHelp(): string {
  const codes = exitCodeDescriptions.map(([code, text]) => `  ${String(code).padEnd(4)} ${text}`);
  return `
Examples:
  $ export DRIFT_TOKEN=...
  $ dsr connection add drift --name support --token-env DRIFT_TOKEN
  $ dsr request access --email jane@example.org --wait
  $ dsr request export <id> --out jane.zip

Environment:
  DSR_HOME        data folder (default ./.dsr)
  DSR_MASTER_KEY  master key (default: a key file in the data folder)
  DATABASE_URL    PostgreSQL to use instead of the embedded one
  DSR_URL         a service to work with (dsr serve); nothing is opened here
  DSR_API_KEY     key for that service; DSR_API_KEY_FILE: a file that holds it
  NO_COLOR        any value: no colours
  DSR_DEBUG       1: print the details of an unexpected failure

Exit codes:
${codes.join('\n')}`;
}
