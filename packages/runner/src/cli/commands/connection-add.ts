import type { Command } from 'commander';
import type { NewConnection } from '../../application/connections.js';
import { collect } from '../collect.js';
import { type CommandContext, withServices } from '../command-context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { type CredentialOptions, readCredentials } from '../input/credentials.js';
import { parseAssignments } from '../input/assignments.js';
import { cleanText } from '../output/clean-text.js';
import { paragraph } from '../output/layout.js';
import { connectionTest } from '../views/connection-test.js';
import { replacedCredentials } from '../views/replaced-credentials.js';
import { leafCommand, type Report } from './leaf-command.js';

interface AddOptions extends CredentialOptions {
  readonly name: string;
  readonly set?: readonly string[];
  readonly namespace?: readonly string[];
  readonly policy?: readonly string[];
}

const examples = [
  'dsr connection add drift --name support --token-env DRIFT_TOKEN',
  'dsr connection add drift --name support --token-stdin < token.txt',
  'dsr connection add drift --name support --client-id abc \\\n      --client-secret-env DRIFT_SECRET --callback-port 8976',
  'dsr connection add drift --name support --token-env DRIFT_TOKEN \\\n      --set vendorRequestsPerSecond=3',
  'dsr connection add drift --name support --token-env DRIFT_TOKEN \\\n      --namespace external_id=shop',
];

/** `dsr connection add` */
export function connectionAddCommand(context: CommandContext, report: Report): Command {
  return leafCommand(
    'add',
    'Add a connection, or authorise the one of that name again. Nothing is stored before the vendor has accepted it.',
    examples,
  )
    .argument('<connector>', 'id of the connector, see: dsr connector list')
    .requiredOption('--name <name>', 'name of the connection')
    .option('--set <key=value>', 'a setting, can be repeated; see: dsr connector show', collect)
    .option(
      '--namespace <kind=name>',
      'whose ids of this kind (user_id, external_id) the account holds, can be repeated',
      collect,
    )
    .option(
      '--policy <kind=mode>',
      'what packages do with a kind of author (export, redact, withhold), can be repeated',
      collect,
    )
    .optionsGroup('With a token made by hand at the vendor, one of:')
    .option('--token-env <variable>', 'environment variable that holds it')
    .option('--token-file <file>', 'file that holds it')
    .option('--token-stdin', 'read it from stdin')
    .optionsGroup('With an OAuth app, its client id and one way to its secret:')
    .option('--client-id <id>', 'client id of the app')
    .option('--client-secret-env <variable>', 'environment variable that holds it')
    .option('--client-secret-file <file>', 'file that holds it')
    .option('--client-secret-stdin', 'read it from stdin')
    .option('--callback-port <port>', 'local port for the answer (default: a free one)')
    .action(async (connector: string, options: AddOptions) => {
      report(await addConnection(context, connector, options));
    });
}

async function addConnection(
  context: CommandContext,
  connector: string,
  options: AddOptions,
): Promise<ExitCode> {
  const { io, output } = context;
  const settings = parseAssignments('--set', options.set ?? []);
  const namespaces = parseAssignments('--namespace', options.namespace ?? []);
  const policy = parseAssignments('--policy', options.policy ?? []);
  const credentials = await readCredentials(options, io, (url) => {
    tellAuthorizationUrl(context, url);
  });
  const connection: NewConnection = {
    connector,
    name: options.name,
    settings,
    namespaces,
    policy,
    credentials,
  };
  const test = await withServices(context, ({ connections }) => connections.add(connection, io.signal));
  output.result(test, (style) => [
    ...paragraph(`Connection ${options.name} is ${test.renewed ? 'authorised again' : 'added'}.`),
    ...connectionTest(test, style),
    ...replacedCredentials(test, style),
  ]);
  return test.alive ? exitCodes.done : exitCodes.connectionRejected;
}

/** The URL stays in one piece, however long: a person has to copy it. */
function tellAuthorizationUrl({ output }: CommandContext, url: string): void {
  output.result({ authorizationUrl: url }, () => [
    'Open this page in a browser and allow the access:',
    '',
    cleanText(url),
    '',
  ]);
}
