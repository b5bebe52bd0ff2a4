import type { Receipt } from '../../receipts/receipt.js';

/** A version of the receipt of a request. */
export interface ReceiptView {
  readonly requestId: string;
  /** From 1, within the request. */
  readonly number: number;
  /** The number of the newest version. */
  readonly latest: number;
  /** ISO 8601 in UTC. */
  readonly issuedAt: string;
  /** Id of the key that signed it. */
  readonly key: string;
  /** SHA-256 of `jws`, in hexadecimal digits; the next version names it. */
  readonly hash: string;
  /** The signed text, a compact JWS. Only this is evidence. */
  readonly jws: string;
  /** What it says. */
  readonly receipt: Receipt;
}

/** Whether a receipt is about somebody. */
export interface ReceiptProofView {
  readonly requestId: string;
  /** Whether the identifier is one of those whose digests stand in the receipt. */
  readonly matches: boolean;
}
