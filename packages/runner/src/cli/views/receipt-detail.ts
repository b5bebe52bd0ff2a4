import type { ReceiptView } from '../../application/views/receipt-view.js';
import type { Receipt, ReceiptOperation } from '../../receipts/receipt.js';
import { partWords } from '../../receipts/words/part-words.js';
import { shownOutcomes } from '../../receipts/words/shown-outcomes.js';
import { counted, worded } from '../../receipts/words/worded.js';
import { fields, paragraph, type Lines } from '../output/layout.js';
import { formatTime } from './format.js';

/** What a receipt says, in short. */
export function receiptDetail({ number, latest, key, hash, receipt }: ReceiptView): Lines {
  const { request, tasks, parts } = receipt;
  return [
    ...fields([
      ['Request', request.id],
      ['Type', `${request.type} (${request.regulation})`],
      ['Version', number === latest ? `${number}, the newest` : `${number} of ${latest}`],
      ['Issued', formatTime(receipt.issuedAt)],
      ['Received', formatTime(request.receivedAt)],
      ['Due', formatTime(request.dueAt)],
      ['Answered', request.answeredAt === null ? '-' : formatTime(request.answeredAt)],
      ['Status', worded(request.status)],
      ['Key', key],
      ['SHA-256', hash],
      ['Audit log', auditText(receipt.audit)],
    ]),
    ...tasks.flatMap((task) => [
      '',
      ...paragraph(task.connection),
      ...shownOutcomes(task, parts).flatMap(({ resource, outcome, count, remark }) =>
        paragraph(`${resource}: ${count} ${outcome}${remark === undefined ? '' : `. ${remark}`}`, '  '),
      ),
      ...task.operations.flatMap((operation) => paragraph(evidenceOf(operation), '    ')),
    ]),
    ...partWords(parts, formatTime).flatMap(({ title, sentences }) => [
      '',
      ...paragraph(title),
      ...sentences.flatMap((sentence) => paragraph(sentence, '  - ')),
    ]),
  ];
}

function auditText(audit: Receipt['audit']): string {
  if (audit === null) return 'empty then';
  const checkpoint = audit.checkpoint === null ? 'no checkpoint was signed yet' : 'with a signed checkpoint';
  return `up to entry ${audit.seq}, ${checkpoint}`;
}

function evidenceOf({ count, resource, outcome, sending, verification }: ReceiptOperation): string {
  const sent = sending === null ? 'never sent' : `sent ${formatTime(sending.lastAt)}`;
  const seen =
    verification === null
      ? 'never looked for'
      : `${counted(verification.looks, 'look')}, the last one ${formatTime(verification.lastAt)}: ${worded(verification.found)}`;
  return `${count} ${resource} ${worded(outcome)}: ${sent}; ${seen}`;
}
