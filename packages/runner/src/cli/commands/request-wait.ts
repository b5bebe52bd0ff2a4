import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import type { ExitCode } from '../exit-code.js';
import { followRequest } from './follow-request.js';
import { leafCommand, type Report } from './leaf-command.js';
import { endOfRequest, printRequest } from './request-result.js';

const description =
  'Carry a request on until it ends or waits for approval. May be interrupted and started again at any time.';

/** `dsr request wait` */
export function requestWaitCommand(context: CommandContext, report: Report): Command {
  return leafCommand('wait', description, ['dsr request wait 3f2a91c0'])
    .summary('Carry a request on until it ends or waits for approval.')
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .action(async (id: string) => {
      report(await waitForRequest(context, id));
    });
}

function waitForRequest(context: CommandContext, id: string): Promise<ExitCode> {
  return withServices(context, async ({ requests }) => {
    const stopped = await followRequest(context, requests, id);
    printRequest(context, stopped);
    return endOfRequest(stopped);
  });
}
