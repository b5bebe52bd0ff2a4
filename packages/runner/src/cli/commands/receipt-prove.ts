import type { Command } from 'commander';
import type { Suspect } from '../../application/receipts.js';
import { EvidenceError, InputError } from '../../errors/runner-error.js';
import { verifyReceipts } from '../../receipts/verify-receipts.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { readText } from '../input/read-text.js';
import { paragraph } from '../output/layout.js';
import { leafCommand, type Report } from './leaf-command.js';

interface ProveOptions {
  readonly email?: string;
  readonly phone?: string;
  readonly identifier?: string;
}

/** `dsr receipt prove`: needs the key of the installation that issued the receipt. */
export function receiptProveCommand(context: CommandContext, report: Report): Command {
  return leafCommand('prove', 'Tell whether a receipt of this installation is about a person.', [
    'dsr receipt prove receipt.jws --email jane@example.org',
  ])
    .argument('<file>', 'file that dsr receipt show wrote')
    .option('--email <address>', 'e-mail address of the person')
    .option('--phone <number>', 'phone number of the person')
    .option('--identifier <namespace:value>', 'id of the person within a name space')
    .action(async (file: string, options: ProveOptions) => {
      const suspect = suspectOf(options);
      const text = await readText(file, 'receipt');
      const proof = await withServices(context, async ({ receipts }) => {
        const [verified] = await verifyReceipts([{ name: file, text }], await receipts.keySet());
        if (verified === undefined) throw new EvidenceError('There is no receipt.');
        const { request, subject } = verified.receipt;
        return receipts.prove(
          request.id,
          subject.map(({ digest }) => digest),
          suspect,
        );
      });
      const word = proof.matches ? 'is' : 'is not';
      context.output.result(proof, () =>
        paragraph(
          `The receipt of request ${proof.requestId} ${word} about the person of this ${suspect.kind}.`,
        ),
      );
      report(proof.matches ? exitCodes.done : exitCodes.evidence);
    });
}

function suspectOf({ email, phone, identifier }: ProveOptions): Suspect {
  const given: Suspect[] = [];
  if (email !== undefined) given.push({ kind: 'email', namespace: null, value: email });
  if (phone !== undefined) given.push({ kind: 'phone', namespace: null, value: phone });
  if (identifier !== undefined) given.push(idOf(identifier));
  const [suspect] = given;
  if (suspect !== undefined && given.length === 1) return suspect;
  throw new InputError('Name the person by one of --email, --phone and --identifier.');
}

function idOf(text: string): Suspect {
  const at = text.indexOf(':');
  if (at > 0 && at < text.length - 1)
    return { kind: 'external_id', namespace: text.slice(0, at), value: text.slice(at + 1) };
  throw new InputError('--identifier takes a name space and an id with : between them, e.g. shop:4711.');
}
