import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { writeText } from '../output/write-text.js';
import { paragraph } from '../output/layout.js';
import { addGroup, leafCommand, type Report } from './leaf-command.js';
import { receiptProveCommand } from './receipt-prove.js';
import { receiptShowCommand } from './receipt-show.js';
import { receiptVerifyCommand } from './receipt-verify.js';

/** `dsr receipt …` */
export function addReceiptCommands(program: Command, context: CommandContext, report: Report): void {
  addGroup(program, 'receipt', 'Signed evidence of what was done for requests.', [
    receiptShowCommand(context, report),
    keysCommand(context, report),
    receiptVerifyCommand(context, report),
    receiptProveCommand(context, report),
    rotateKeyCommand(context, report),
  ]);
}

function keysCommand(context: CommandContext, report: Report): Command {
  return leafCommand('keys', 'Show the public keys that receipts are checked by, as a JWK set.', [
    'dsr receipt keys --out jwks.json',
  ])
    .option('--out <file>', 'file to write the key set to')
    .action(async ({ out }: { readonly out?: string }) => {
      const keys = await withServices(context, ({ receipts }) => receipts.keySet());
      const text = `${JSON.stringify(keys, undefined, 2)}\n`;
      if (out !== undefined) await writeText(out, text);
      context.output.result(keys, () =>
        out === undefined
          ? text.trimEnd().split('\n')
          : paragraph(`Written: ${out} (${keys.keys.length} ${keys.keys.length === 1 ? 'key' : 'keys'}).`),
      );
      report(exitCodes.done);
    });
}

function rotateKeyCommand(context: CommandContext, report: Report): Command {
  return leafCommand(
    'rotate-key',
    'Sign with a new key from now on. The private part of the old one is destroyed; what it signed still holds.',
    ['dsr receipt rotate-key'],
  ).action(async () => {
    const keys = await withServices(context, ({ receipts }) => receipts.rotateKey());
    const kid = keys.keys.find(({ exp }) => exp === undefined)?.kid ?? '';
    context.output.result(keys, () =>
      paragraph(`Receipts are signed with the key ${kid} now. Publish the key set anew: dsr receipt keys.`),
    );
    report(exitCodes.done);
  });
}
