import type { Command } from 'commander';
import type { ReceiptView } from '../../application/views/receipt-view.js';
import { InputError } from '../../errors/runner-error.js';
import { receiptPage } from '../../receipts/html/receipt-page.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { paragraph } from '../output/layout.js';
import { writeText } from '../output/write-text.js';
import { receiptDetail } from '../views/receipt-detail.js';
import { leafCommand, type Report } from './leaf-command.js';

interface ShowOptions {
  readonly out?: string;
  readonly as: string;
  readonly number?: string;
}

const faces: { readonly [face: string]: (view: ReceiptView) => string } = {
  // No line break follows: the checksum of the file is the one that the receipt is known by.
  jws: ({ jws }) => jws,
  json: ({ receipt }) => `${JSON.stringify(receipt, undefined, 2)}\n`,
  html: receiptPage,
};

/** `dsr receipt show` */
export function receiptShowCommand(context: CommandContext, report: Report): Command {
  return leafCommand('show', 'Show the receipt of an ended request, or write it to a file.', [
    'dsr receipt show 3f2a91c0 --out receipt.jws',
    'dsr receipt show 3f2a91c0 --as html --out receipt.html',
  ])
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .option('--out <file>', 'file to write it to')
    .option('--as <form>', 'what is written: jws (signed; only this is evidence), json or html', 'jws')
    .option('--number <number>', 'an earlier version of it (default: the newest)')
    .action(async (id: string, options: ShowOptions) => {
      await showReceipt(context, id, options);
      report(exitCodes.done);
    });
}

async function showReceipt(context: CommandContext, id: string, options: ShowOptions): Promise<void> {
  const { out, as } = options;
  const face = faces[as];
  if (face === undefined) throw new InputError('--as takes jws, json or html.');
  const number = parseNumber(options.number);
  const view = await withServices(context, ({ receipts }) => receipts.show(id, number));
  if (out !== undefined) await writeText(out, face(view));
  context.output.result(view, () =>
    out === undefined ? receiptDetail(view) : paragraph(`Written: ${out} (version ${view.number}).`),
  );
}

function parseNumber(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,5}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new InputError('--number takes the number of a version: 1 for the first.');
}
