import type { Command } from 'commander';
import type { CommandedRequests } from '../../application/requests.js';
import type { RequestView } from '../../application/views/request-view.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { leafCommand, type Report } from './leaf-command.js';
import { printRequest } from './request-result.js';

/** `dsr request show`, `cancel`, `retry` and `release`: they look at or change the state of a request and do no work. */
export function requestStateCommands(context: CommandContext, report: Report): readonly Command[] {
  const about = (
    name: string,
    description: string,
    step: (requests: CommandedRequests, id: string) => Promise<RequestView>,
  ): Command =>
    leafCommand(name, description, [`dsr request ${name} 3f2a91c0`])
      .argument('<id>', 'id of the request, or its first 8 or more characters')
      .action(async (id: string) => {
        printRequest(context, await withServices(context, ({ requests }) => step(requests, id)));
        report(exitCodes.done);
      });
  return [
    about('show', 'Show where a request stands.', (requests, id) => requests.show(id)),
    about('cancel', 'Cancel a request.', (requests, id) => requests.cancel(id)),
    about('retry', 'Make due again what failed or was given up; workers carry it on.', (requests, id) =>
      requests.retry(id),
    ),
    about('release', 'End the legal hold on a request.', (requests, id) => requests.release(id)),
  ];
}
