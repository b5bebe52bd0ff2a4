import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { paragraph } from '../output/layout.js';
import { keyTable } from '../views/key-table.js';
import { keysCreateCommand } from './keys-create.js';
import { keysRotateCommand } from './keys-rotate.js';
import { addGroup, leafCommand, type Report } from './leaf-command.js';

/** `dsr keys …` */
export function addKeysCommands(program: Command, context: CommandContext, report: Report): void {
  addGroup(program, 'keys', 'Keys of the HTTP API, and the master key.', [
    keysCreateCommand(context, report),
    leafCommand('list', 'List the keys, without their secrets.', ['dsr keys list']).action(async () => {
      await listKeys(context);
      report(exitCodes.done);
    }),
    leafCommand('revoke', 'Revoke a key. It is refused from then on.', ['dsr keys revoke 1f6e02a94c7bd385'])
      .argument('<id>', 'id of the key, see: dsr keys list')
      .action(async (id: string) => {
        await revokeKey(context, id);
        report(exitCodes.done);
      }),
    keysRotateCommand(context, report),
  ]);
}

async function listKeys(context: CommandContext): Promise<void> {
  const keys = await withServices(context, (services) => services.keys.list());
  context.output.result(keys, (style) => keyTable(keys, style));
}

async function revokeKey(context: CommandContext, id: string): Promise<void> {
  const key = await withServices(context, (services) => services.keys.revoke(id));
  context.output.result(key, () => paragraph(`Key ${key.id} is revoked.`));
}
