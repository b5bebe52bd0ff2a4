import type { Command } from 'commander';
import { collect } from '../collect.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { paragraph } from '../output/layout.js';
import { InputError } from '../../errors/runner-error.js';
import { leafCommand, type Report } from './leaf-command.js';

/** `dsr request export` */
export function requestExportCommand(context: CommandContext, report: Report): Command {
  return leafCommand('export', 'Write the package of an ended access request.', [
    'dsr request export 3f2a91c0 --out jane.zip',
    'dsr request export 3f2a91c0 --out jane.zip.age --recipient age1...',
  ])
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .requiredOption('--out <file>', 'zip file to write')
    .option('--recipient <age1...>', 'encrypt it to this public key of age, can be repeated', collect)
    .action(async (id: string, options: ExportOptions) => {
      await exportRequest(context, id, options);
      report(exitCodes.done);
    });
}

interface ExportOptions {
  readonly out: string;
  readonly recipient?: readonly string[];
}

async function exportRequest(
  context: CommandContext,
  id: string,
  { out, recipient = [] }: ExportOptions,
): Promise<void> {
  checkEnding(out, recipient.length > 0);
  const written = await withServices(context, ({ requests }) => requests.export(id, out, recipient));
  const size = `${written.files.toLocaleString('en-US')} files, ${written.bytes.toLocaleString('en-US')} bytes`;
  context.output.result(written, () => paragraph(`Written: ${written.file} (${size}).`));
}

/** What is encrypted cannot be opened as a zip, and what is not must not look encrypted. */
function checkEnding(file: string, encrypted: boolean): void {
  if (file.endsWith('.age') === encrypted) return;
  throw new InputError(
    encrypted
      ? 'An encrypted package is no zip before it is decrypted: name a file that ends in .zip.age.'
      : 'Only an encrypted package ends in .age: name a recipient with --recipient, or another file.',
  );
}
