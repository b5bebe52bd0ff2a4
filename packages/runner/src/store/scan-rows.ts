import type { ErrorDescription } from '@privacy-connectors/core/errors';
import type { Coverage, ScanProgress } from '../scans/scan-progress.js';
import type { EndedOutcome } from './work-store.js';

/** Why a scan ended without success, and what that means for the tasks that wait for it. */
export interface ScanFailure {
  readonly outcome: EndedOutcome;
  readonly error: ErrorDescription;
  /** Whether nothing else on the connection can work either. */
  readonly stopsTask: boolean;
}

/** Where a scan stands, for a task that waits for it. Reads are numbered. */
export interface ScanLook {
  readonly wanted: boolean;
  readonly wanted_since: number | null;
  readonly fresh_read: number | null;
  readonly covered_since: number | null;
  readonly failed_read: number | null;
  readonly failure: ScanFailure | null;
  readonly things: number;
  /** Whether somebody reads a page. */
  readonly leased: boolean;
  /** Whether the next pass waits for tasks that are about to join. */
  readonly gathering: boolean;
  /** Milliseconds until the scan may go on. */
  readonly pause: number;
  /** Milliseconds since it began. */
  readonly age: number;
}

/** The right to read the next page, which ends with the commit of it, or when nobody renews it. */
export interface ScanLease {
  readonly read: number;
  /** Null when a scan begins. */
  readonly progress: ScanProgress | null;
  /** What the index covers; null when it cannot be relied on. */
  readonly coverage: Coverage | null;
  readonly wantedSince: number | null;
  readonly attempts: number;
  /** Readers in a row that never came back. */
  readonly lostReads: number;
}

/** What those who wait want, when a page is committed. */
export interface HeldScan {
  readonly wanted_since: number | null;
  readonly joined_read: number;
  readonly generation: number;
  /** Read so far. */
  readonly things: number;
}

/** What a page led to. */
export interface KeptPage {
  readonly next: ScanProgress | null;
  readonly things: number;
  readonly generation: number;
}
