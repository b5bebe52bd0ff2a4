import type { ReceiptView } from '../../application/evidence-views.js';
import type { ReceiptOperation } from '../../receipts/receipt.js';
import { fields, paragraph, type Lines } from '../output/layout.js';
import { formatTime } from './format.js';

/** What a receipt says, in short. */
export function receiptDetail({ number, latest, key, hash, receipt }: ReceiptView): Lines {
  const { request, tasks } = receipt;
  return [
    ...fields([
      ['Request', request.id],
      ['Type', `${request.type} (${request.regulation})`],
      ['Version', number === latest ? `${number}, the newest` : `${number} of ${latest}`],
      ['Issued', formatTime(receipt.issuedAt)],
      ['Received', formatTime(request.receivedAt)],
      ['Due', formatTime(request.dueAt)],
      ['Answered', request.answeredAt === null ? '-' : formatTime(request.answeredAt)],
      ['Status', request.status],
      ['Key', key],
      ['SHA-256', hash],
    ]),
    ...tasks.flatMap(({ connection, outcomes, operations }) => [
      '',
      ...paragraph(connection),
      ...outcomes.flatMap(({ resource, outcome, count, reason }) =>
        paragraph(`${resource}: ${count} ${outcome}${reason === undefined ? '' : `. ${reason}`}`, '  '),
      ),
      ...operations.flatMap((operation) => paragraph(evidenceOf(operation), '    ')),
    ]),
  ];
}

function evidenceOf({ count, resource, outcome, sending, verification }: ReceiptOperation): string {
  const sent = sending === null ? 'never sent' : `sent ${formatTime(sending.lastAt)}`;
  const seen =
    verification === null
      ? 'never looked for'
      : `${verification.looks} look(s), the last one ${formatTime(verification.lastAt)}: ${verification.found}`;
  return `${count} ${resource} ${outcome}: ${sent}; ${seen}`;
}
