import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { paragraph } from '../output/layout.js';
import { leafCommand, type Report } from './leaf-command.js';

/** `dsr request export` */
export function requestExportCommand(context: CommandContext, report: Report): Command {
  return leafCommand('export', 'Write the package of an ended access request.', [
    'dsr request export 3f2a91c0 --out jane.zip',
  ])
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .requiredOption('--out <file>', 'zip file to write')
    .action(async (id: string, options: { readonly out: string }) => {
      await exportRequest(context, id, options.out);
      report(exitCodes.done);
    });
}

async function exportRequest(context: CommandContext, id: string, file: string): Promise<void> {
  const written = await withServices(context, ({ requests }) => requests.export(id, file));
  const size = `${written.files.toLocaleString('en-US')} files, ${written.bytes.toLocaleString('en-US')} bytes`;
  context.output.result(written, () => paragraph(`Written: ${written.file} (${size}).`));
}
