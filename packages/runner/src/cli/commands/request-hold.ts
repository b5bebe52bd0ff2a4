import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { leafCommand, type Report } from './leaf-command.js';
import { printRequest } from './request-result.js';

const description =
  'Place a legal hold on a request: what it found, and its record, are kept until dsr request release ends it.';

/** `dsr request hold` */
export function requestHoldCommand(context: CommandContext, report: Report): Command {
  return leafCommand('hold', description, [
    'dsr request hold 3f2a91c0 --reason "Complaint at the authority, our file 17."',
  ])
    .summary('Place a legal hold: nothing of it expires.')
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .requiredOption('--reason <text>', 'why; kept sealed')
    .action(async (id: string, { reason }: { readonly reason: string }) => {
      printRequest(context, await withServices(context, ({ requests }) => requests.hold(id, reason)));
      report(exitCodes.done);
    });
}
