import { DatabaseError, RunnerError } from '../errors/runner-error.js';
import type { Log } from '../logging/log.js';
import type { ReceiptStore } from '../store/receipt-store.js';
import type { Chore } from '../worker/chore.js';
import type { ReceiptMaker } from './receipt-maker.js';

const together = 20;
const claimSeconds = 60;
/** Seconds until a receipt is tried again that could not be made. */
const pauseSeconds = 3600;

/** Makes receipts as they become due. One that cannot be made holds up no other, and is told each time. */
export function makingReceipts(receipts: ReceiptStore, maker: ReceiptMaker, log: Log): Chore {
  const make = async (request: string): Promise<void> => {
    try {
      await maker.make(request);
    } catch (error) {
      if (!(error instanceof RunnerError) || error instanceof DatabaseError) throw error;
      log.error('receipt.failed', { request, error });
      await receipts.postpone(request, pauseSeconds);
    }
  };
  const run = async (): Promise<void> => {
    let claimed: readonly string[];
    do {
      claimed = await receipts.claim(together, claimSeconds);
      for (const request of claimed) await make(request);
    } while (claimed.length > 0);
  };
  return { every: 2_000, run };
}
