import type { Json } from '@privacy-connectors/core';

/**
 * Something that another part of the runner attests in the receipts of requests. When what it says changes, `select
 * dsr.mark_receipt(<request>)` in the same transaction makes a new version of the receipt due.
 */
export interface ReceiptPart {
  /** Its name among the parts of a receipt: lower-case words joined by underscores. */
  readonly name: string;
  /**
   * What it says of a request: ids, counts, words, times, keyed digests; never a personal value. Null when there is nothing
   * to say. It must not change without a reason, and must be told from what outlives the request's data key.
   */
  of(requestId: string): Promise<Json | null>;
}
