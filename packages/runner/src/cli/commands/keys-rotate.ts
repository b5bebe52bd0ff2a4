import type { Command } from 'commander';
import { type CommandContext, withApplication } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { paragraph } from '../output/layout.js';
import { leafCommand, type Report } from './leaf-command.js';

const description =
  'Rotate the master key: put every data key under the next one, while work goes on. Interrupted, it is carried on by running it again. The next key is DSR_MASTER_KEY_NEXT, kms.next in config.json, or a new file in the data folder.';

/** `dsr keys rotate` */
export function keysRotateCommand(context: CommandContext, report: Report): Command {
  return leafCommand('rotate', description, ['dsr keys rotate'])
    .summary('Rotate the master key that everything is under.')
    .action(async () => {
      await rotate(context);
      report(exitCodes.done);
    });
}

async function rotate(context: CommandContext): Promise<void> {
  const { io, output } = context;
  const rotation = await withApplication(context, ({ masterKey }) => masterKey.rotate(io.signal));
  output.result(rotation, () => [
    ...paragraph(
      `All ${rotation.keys} data keys are under ${rotation.masterKey}; ${rotation.rewrapped} were wrapped anew. The old master key is not used any more.`,
    ),
    ...paragraph(rotation.toDo),
  ]);
}
