import type { Json } from '@privacy-connectors/core';
import type { ReceiptPart } from '../receipts/receipt-part.js';
import type { ReappearanceStore } from './reappearance-store.js';

/** Attests what was found when somebody who had been deleted was looked for again. */
export class ReappearancePart implements ReceiptPart {
  readonly name = 'reappearance';
  readonly #watches: ReappearanceStore;

  constructor(watches: ReappearanceStore) {
    this.#watches = watches;
  }

  async of(requestId: string): Promise<Json | null> {
    const watches = (await this.#watches.views([requestId])).get(requestId) ?? [];
    const looked = watches.filter(({ lookedAt }) => lookedAt !== null);
    return looked.length === 0 ? null : looked.map((watch) => ({ ...watch }));
  }
}
