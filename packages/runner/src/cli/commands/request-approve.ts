import type { Command } from 'commander';
import { collect } from '../collect.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { leafCommand, type Report } from './leaf-command.js';
import { printRequest } from './request-result.js';

const examples = ['dsr request approve 3f2a91c0 --plan 8d0c51e7a2b9', 'dsr request approve 3f2a91c0'];

/** `dsr request approve` */
export function requestApproveCommand(context: CommandContext, report: Report): Command {
  return leafCommand('approve', 'Approve the deletion plans of a request.', examples)
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .option(
      '--plan <hash>',
      'approve only this plan, by 8 or more first characters of its hash; once per plan (default: what waits)',
      collect,
    )
    .action(async (id: string, { plan = null }: { readonly plan?: readonly string[] | null }) => {
      printRequest(context, await withServices(context, ({ requests }) => requests.approve(id, plan)));
      report(exitCodes.done);
    });
}
