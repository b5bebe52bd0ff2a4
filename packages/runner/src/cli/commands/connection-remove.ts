import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { removedConnection } from '../views/removed-connection.js';
import { leafCommand, type Report } from './leaf-command.js';

const description =
  'Remove a connection: end its access at the vendor, see that its credentials are refused, and destroy them. Where the vendor still accepts them they stay sealed, and workers try again.';

/** `dsr connection remove` */
export function connectionRemoveCommand(context: CommandContext, report: Report): Command {
  return leafCommand('remove', description, [
    'dsr connection remove support',
    'dsr connection remove support --forget',
  ])
    .summary('Remove a connection, and end its access at the vendor.')
    .argument('<name>', 'name of the connection')
    .option('--forget', 'destroy the credentials even if the vendor may still accept them')
    .action(async (name: string, { forget = false }: { readonly forget?: boolean }) => {
      report(await removeConnection(context, name, forget));
    });
}

async function removeConnection(context: CommandContext, name: string, forget: boolean): Promise<ExitCode> {
  const { signal } = context.io;
  const removed = await withServices(context, ({ connections }) =>
    connections.remove(name, { forget, signal }),
  );
  context.output.result(removed, (style) => removedConnection(removed, style));
  return removed.state === 'disconnected' ? exitCodes.done : exitCodes.notComplete;
}
