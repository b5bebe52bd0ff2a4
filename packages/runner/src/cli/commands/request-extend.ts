import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { dueOption, readDue } from '../input/deadline.js';
import { leafCommand, type Report } from './leaf-command.js';
import { printRequest } from './request-result.js';

interface ExtendOptions {
  readonly reason: string;
  readonly due?: string;
}

const description =
  'Extend the deadline of a request, once, before it has passed. The person has to be told, with the reason.';

/** `dsr request extend` */
export function requestExtendCommand(context: CommandContext, report: Report): Command {
  return leafCommand('extend', description, [
    'dsr request extend 3f2a91c0 --reason "Archive tapes have to be read."',
  ])
    .summary('Extend the deadline of a request, once.')
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .requiredOption('--reason <text>', 'why; kept sealed, with the request')
    .addOption(dueOption('the new last day, of a request with regulation other'))
    .action(async (id: string, options: ExtendOptions) => {
      const extension = { reason: options.reason, ...readDue(options.due) };
      printRequest(context, await withServices(context, ({ requests }) => requests.extend(id, extension)));
      report(exitCodes.done);
    });
}
