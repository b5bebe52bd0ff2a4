import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallObservation } from '@privacy-connectors/core/http';

/** A call to a vendor, as evidence names it. */
export interface WitnessedCall {
  /** Its id in the manifest. */
  readonly operation: string;
  /** Status of the answer; null when there was none. */
  readonly status: number | null;
  /** The vendor's id of the call; null when it gave none. */
  readonly vendorRequestId: string | null;
}

const witnesses = new AsyncLocalStorage<WitnessedCall[]>();

/** Runs `work` and adds to `calls` every call to a vendor that it makes, however deep down, as each ends. */
export function witnessCalls<T>(calls: WitnessedCall[], work: () => Promise<T>): Promise<T> {
  return witnesses.run(calls, work);
}

/** Tells whoever witnesses the work under way of a call that ended. */
export function noticeCall({ operationId, status, vendorRequestId }: CallObservation): void {
  witnesses.getStore()?.push({
    operation: operationId,
    status: status ?? null,
    vendorRequestId: vendorRequestId ?? null,
  });
}
