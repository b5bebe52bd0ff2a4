import type { VerifiedReceipt } from '../../receipts/verify-receipts.js';
import { paragraph, type Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { formatTime } from './format.js';

/** What was checked of receipts that hold, in plain words. */
export function receiptsVerified(receipts: readonly VerifiedReceipt[], { good }: Style): Lines {
  return receipts.flatMap((each, index) => [...(index === 0 ? [] : ['']), ...one(each, good)]);
}

function one(each: VerifiedReceipt, good: Style['good']): Lines {
  const { receipt, key } = each;
  return [
    ...paragraph(`${each.file}: the receipt holds.`, '', good),
    ...paragraph(
      `It is version ${receipt.number}, issued ${formatTime(receipt.issuedAt)}, for the ${receipt.request.type} request ${receipt.request.id}, which is ${receipt.request.status}.`,
    ),
    ...checks(each).flatMap((check) => paragraph(check, '- ')),
    ...paragraph(
      `Signed by the key ${key.kid}. That this key is the issuer's is for you to know: compare it with what the issuer publishes.`,
    ),
  ];
}

function checks({ receipt, follows }: VerifiedReceipt): readonly string[] {
  const gone = receipt.tasks
    .flatMap(({ operations }) => operations)
    .filter(({ outcome }) => outcome === 'deleted' || outcome === 'redacted').length;
  return [
    'The signature (Ed25519) holds: no byte was changed.',
    'It was issued while its key was in use.',
    'It is in the format privacy-connectors/receipt, version 1.',
    looks(gone),
    chain(receipt.previous, follows),
  ];
}

function looks(gone: number): string {
  if (gone === 0) return 'It calls nothing deleted.';
  const operations = gone === 1 ? 'The operation' : `Each of the ${gone} operations`;
  return `${operations} called deleted was looked for afterwards and seen gone.`;
}

function chain(previous: string | null, follows: string | null): string {
  if (previous === null) return 'It is the first receipt of the request.';
  if (follows !== null) return `It follows from the version in ${follows}.`;
  return `It names a version before, which was not given (SHA-256 ${previous}).`;
}
