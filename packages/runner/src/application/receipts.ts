import type { PublicKeySet } from '../signing/json-web-key-set.js';
import type { ReceiptProofView, ReceiptView } from './views/receipt-view.js';

/** An identifier that a receipt is compared with. */
export interface Suspect {
  readonly kind: 'email' | 'phone' | 'external_id';
  /** Whose id it is; null for e-mails and phones. */
  readonly namespace: string | null;
  readonly value: string;
}

/** Signed evidence of what was done for requests. */
export interface Receipts {
  /**
   * A version of the receipt of a request that has ended, the newest one unless given; made now if it is due.
   * @throws ConflictError when there is none yet; EvidenceError when what is recorded does not bear out what it would say.
   */
  show(id: string, number?: number): Promise<ReceiptView>;
  /** The public keys that receipts are checked by. */
  keySet(): Promise<PublicKeySet>;
  /** Signs with a new key from now on. */
  rotateKey(): Promise<PublicKeySet>;
  /**
   * Whether a receipt is about a person, which only the installation that issued it can tell.
   * @param digests Those of the receipt's `subject`.
   */
  prove(requestId: string, digests: readonly string[], suspect: Suspect): Promise<ReceiptProofView>;
}
