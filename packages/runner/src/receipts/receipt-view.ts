import type { ReceiptView } from '../application/views/receipt-view.js';
import type { ReceiptRow } from '../store/receipt-store.js';
import { payloadOf } from './payload-of.js';
import { readReceipt } from './read-receipt.js';

/** What is shown of a version of a request's receipt. */
export function receiptView(requestId: string, row: ReceiptRow, latest: number): ReceiptView {
  return {
    requestId,
    number: row.number,
    latest,
    issuedAt: row.issued_at.toISOString(),
    key: row.kid,
    hash: row.hash.toString('hex'),
    jws: row.jws,
    receipt: readReceipt(payloadOf(row.jws)),
  };
}
