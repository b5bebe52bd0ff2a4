import type { ScanPlace } from '../store/scan-index.js';
import type { ScanLease } from '../store/scan-rows.js';
import type { Work } from '../store/work-store.js';
import { deadLetterCode } from './dead-letter.js';
import { recordVerdict } from './record-verdict.js';
import type { Commit, TaskRun } from './task-run.js';

/**
 * Readers in a row that may die with a page. Fewer than the deaths that condemn a task, so that the scan is found out and not
 * whoever happens to read for all; more than those that another task may cause before it is left to itself.
 */
const lossLimit = 4;

/** Whether the page is what kills its readers, whichever task they read for. */
export function isDeadly({ lostReads }: ScanLease): boolean {
  return lostReads >= lossLimit;
}

/** Ends a scan that nobody survives, once for all who wait for it. Each can be retried when the cause is mended. */
export function condemnScan(run: TaskRun, work: Work, place: ScanPlace, lease: ScanLease): Commit {
  const { lostReads: deaths, read } = lease;
  const message = `The process that read the listing of ${place.resource} died ${deaths} times in a row at the same page. When the cause is mended, run dsr request retry.`;
  const error = { code: deadLetterCode, message };
  const failure = { outcome: { outcome: 'failed', error }, error, stopsTask: false } as const;
  const { connectionId: connection, resource } = place;
  return async (transaction) => {
    const { scans, audit } = run.stores;
    if ((await scans.hold(place, read, transaction)) === undefined) return;
    await scans.fail(place, failure, transaction);
    await recordVerdict(run, work, { kind: 'end', ...failure }, transaction);
    const details = { connection, resource, deaths };
    await audit.append({ action: 'scan.dead_letter', actor: 'runner', details }, transaction);
  };
}
