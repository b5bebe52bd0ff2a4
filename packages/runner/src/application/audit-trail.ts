import type { Page } from './page.js';
import type { AuditEntryView, AuditVerificationView } from './views/audit-view.js';

/** A part of the audit log, by the time of its entries. */
export interface AuditRange {
  readonly from?: Date;
  /** Entries before it. */
  readonly to?: Date;
}

/** Which entries of the audit log are shown, and in which order. */
export interface AuditView extends AuditRange {
  readonly newestFirst?: boolean;
}

/** The audit log. */
export interface AuditTrail {
  /** @throws InputError when `cursor` is none that a page gave. */
  page(view: AuditView, cursor: string | null, limit: number): Promise<Page<AuditEntryView>>;
  /**
   * Checks every entry, and compares the log with its signed checkpoints.
   * @param checkpoint One that was kept elsewhere; compact JWS.
   * @throws EvidenceError when that checkpoint was not signed here.
   */
  verify(checkpoint?: string): Promise<AuditVerificationView>;
  /** Lines of JSON: the entries, the oldest first, and a signed checkpoint of the last of them. @throws InputError when there are none. */
  export(range: AuditRange): Promise<AsyncIterable<string>>;
}
