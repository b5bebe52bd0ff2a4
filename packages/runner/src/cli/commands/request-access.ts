import type { Command } from 'commander';
import { collect } from '../collect.js';
import { type CommandContext, withServices } from '../command-context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { addDeadlineOptions, type DeadlineOptions, readDeadline } from '../input/deadline.js';
import { addPersonOptions, type PersonOptions, readPerson } from '../input/person.js';
import { requestRecorded } from '../views/request-recorded.js';
import { followRequest } from './follow-request.js';
import { leafCommand, type Report } from './leaf-command.js';
import { endOfRequest, printRequest } from './request-result.js';

interface AccessOptions extends PersonOptions, DeadlineOptions {
  readonly connection?: readonly string[];
  readonly wait?: true;
}

const examples = [
  'dsr request access --email jane@example.org --wait',
  'dsr request access --email jane@example.org --connection support',
  'dsr request access --email jane@example.org --phone +46701234567 \\\n      --identifier shop:4711 --widen email',
  'dsr request access --email jane@example.org --received 2026-11-01 \\\n      --regulation ccpa',
];

/** `dsr request access` */
export function requestAccessCommand(context: CommandContext, report: Report): Command {
  const command = leafCommand('access', 'Record a request for all data about a person.', examples);
  return addDeadlineOptions(addPersonOptions(command))
    .option('--connection <name>', 'only this connection, can be repeated (default: all)', collect)
    .option('--wait', 'carry the request out, to its end')
    .action(async (options: AccessOptions) => {
      report(await requestAccess(context, options));
    });
}

async function requestAccess(context: CommandContext, options: AccessOptions): Promise<ExitCode> {
  const person = readPerson(options);
  const deadline = readDeadline(options);
  return withServices(context, async ({ requests }) => {
    const recorded = await requests.create({
      type: 'access',
      ...person,
      ...deadline,
      connections: options.connection ?? [],
      approved: false,
      includeVendorUsers: false,
    });
    if (options.wait !== true) {
      context.output.result(recorded, () => requestRecorded(recorded));
      return exitCodes.done;
    }
    const ended = await followRequest(context, requests, recorded.id);
    printRequest(context, ended);
    return endOfRequest(ended);
  });
}
