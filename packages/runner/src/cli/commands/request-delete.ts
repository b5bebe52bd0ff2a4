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

interface DeleteOptions extends PersonOptions, DeadlineOptions {
  readonly connection?: readonly string[];
  readonly approve?: true;
  readonly wait?: true;
  readonly includeVendorUsers?: true;
}

const examples = [
  'dsr request delete --email jane@example.org',
  'dsr request delete --email jane@example.org --approve --wait',
];

const description =
  'Record a request to delete all data about a person. Without --approve nothing is deleted: the plan is printed and waits for approval.';

/** `dsr request delete` */
export function requestDeleteCommand(context: CommandContext, report: Report): Command {
  const command = leafCommand('delete', description, examples).summary(
    'Record a request to delete all data about a person.',
  );
  return addDeadlineOptions(addPersonOptions(command))
    .option('--connection <name>', 'only this connection, can be repeated (default: all)', collect)
    .option('--approve', 'approve the plan unseen')
    .option('--wait', 'carry the request on, to its end or its plan')
    .option('--include-vendor-users', 'delete even if the person is a user at the vendor')
    .action(async (options: DeleteOptions) => {
      report(await requestDeletion(context, options));
    });
}

/** An approved request may be left to others; a plan is always waited for, as it is what the person has to see. */
async function requestDeletion(context: CommandContext, options: DeleteOptions): Promise<ExitCode> {
  const person = readPerson(options);
  const deadline = readDeadline(options);
  const approved = options.approve ?? false;
  return withServices(context, async ({ requests }) => {
    const recorded = await requests.create({
      type: 'deletion',
      ...person,
      ...deadline,
      connections: options.connection ?? [],
      approved,
      includeVendorUsers: options.includeVendorUsers ?? false,
    });
    if (approved && options.wait !== true) {
      context.output.result(recorded, () => requestRecorded(recorded));
      return exitCodes.done;
    }
    const stopped = await followRequest(context, requests, recorded.id);
    printRequest(context, stopped);
    return !approved && stopped.status === 'awaiting_approval' ? exitCodes.done : endOfRequest(stopped);
  });
}
