import type { Command } from 'commander';
import { verifyReceipts } from '../../receipts/verify-receipts.js';
import { parseKeySet } from '../../signing/json-web-key-set.js';
import type { CommandContext } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { readText } from '../input/read-text.js';
import { receiptsVerified } from '../views/receipt-verified.js';
import { leafCommand, type Report } from './leaf-command.js';

/** `dsr receipt verify`: opens no data folder, no database and no service. */
export function receiptVerifyCommand(context: CommandContext, report: Report): Command {
  return leafCommand('verify', 'Check receipts, offline, with nothing but the public keys.', [
    'dsr receipt verify receipt.jws --jwks jwks.json',
    'dsr receipt verify first.jws second.jws --jwks jwks.json',
  ])
    .argument(
      '<files...>',
      'files that dsr receipt show wrote; versions of one receipt are checked to follow',
    )
    .requiredOption('--jwks <file>', 'the public keys, as a JWK set')
    .action(async (names: readonly string[], { jwks }: { readonly jwks: string }) => {
      const keys = parseKeySet(await readText(jwks, 'key set'));
      const files = names.map(async (name) => ({ name, text: await readText(name, 'receipt') }));
      const receipts = await verifyReceipts(await Promise.all(files), keys);
      context.output.result({ holds: true, receipts }, (style) => receiptsVerified(receipts, style));
      report(exitCodes.done);
    });
}
