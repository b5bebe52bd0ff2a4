import type { Json } from '@privacy-connectors/core';
import type { ReceiptPart } from '../receipts/receipt-part.js';
import type { LegalHoldStore } from './legal-hold-store.js';

/** Attests when a request was held and released, and by whom; why is for the installation to know. */
export class LegalHoldPart implements ReceiptPart {
  readonly name = 'legal_holds';
  readonly #holds: LegalHoldStore;

  constructor(holds: LegalHoldStore) {
    this.#holds = holds;
  }

  async of(requestId: string): Promise<Json | null> {
    const holds = await this.#holds.history(requestId);
    return holds.length === 0 ? null : holds.map((hold) => ({ ...hold }));
  }
}
