import { UnsupportedError } from '@privacy-connectors/core/errors';
import type { ScanPlace } from '../store/scan-index.js';
import type { ScanFailure, ScanLook } from '../store/scan-rows.js';
import type { Work } from '../store/work-store.js';
import { ownersOf, readOf } from './after-locating.js';
import { condemnScan, isDeadly } from './condemned-scan.js';
import { recordVerdict } from './record-verdict.js';
import { scanPage } from './scan-page.js';
import { hasFailed, isServed, isWanted, type ScanWait, showing } from './scan-wait.js';
import type { Commit, TaskRun, WorkHandler } from './task-run.js';

/** Shortest and longest milliseconds between two looks at a scan that somebody else drives, and the part of its age. */
const shortestPause = 2_000;
const longestPause = 10_000;
const partOfAge = 0.2;

/**
 * Waits for the scan of a listing of everyone's things, which all tasks of the connection share, and reads its next page when
 * nobody else does. Once the index is complete for this task, reads the subject's own.
 */
export const scanWork: WorkHandler = async (run, work) => {
  if (run.session.connector.implementation.resources[work.resource]?.scan === undefined) {
    throw new UnsupportedError(`The connector has no scan of ${work.resource}.`);
  }
  const place = { connectionId: run.session.connectionId, resource: work.resource };
  const wait = work.payload as unknown as ScanWait;
  const scan = await run.stores.scans.look(place);
  if (scan === undefined || wait.joined?.run !== run.task.run) return join(run, work, place, wait);
  if (isServed(scan, wait)) return take(run, work, place, wait);
  if (scan.failure !== null && hasFailed(scan, wait)) return fail(run, work, scan.failure);
  return isWanted(scan, wait) ? goOn(run, work, place, scan) : join(run, work, place, wait);
};

async function goOn(run: TaskRun, work: Work, place: ScanPlace, scan: ScanLook): Promise<Commit> {
  const isBusy = scan.leased || scan.gathering || scan.pause > 0;
  const lease = isBusy ? undefined : await run.stores.scans.lease(place, run.connectionBox);
  if (lease === undefined) return lookLater(run, work, scan);
  return isDeadly(lease) ? condemnScan(run, work, place, lease) : scanPage(run, work, place, lease);
}

/** What is there from now on is waited for. */
function join(run: TaskRun, work: Work, place: ScanPlace, wait: ScanWait): Commit {
  return async (connection) => {
    const read = await run.stores.scans.join(place, wait.since, connection);
    const joined = { ...wait, joined: { read, run: run.task.run } };
    await run.stores.works.advance(work, run.box, showing(joined, 0), connection);
  };
}

/** The row is looked at once more while it is held: the index may have become void. */
function take(run: TaskRun, work: Work, place: ScanPlace, wait: ScanWait): Commit {
  return async (connection) => {
    const { scans, scanIndex, works } = run.stores;
    const scan = await scans.look(place, connection);
    if (scan === undefined || !isServed(scan, wait)) return;
    const owners = await ownersOf(run, work.resource, connection);
    const refs = await scanIndex.ownedBy(place, run.connectionBox, owners, connection);
    await works.end(work.id, showing(wait, scan.things).done, null, connection);
    const reads = refs.map((ref) => readOf(work.resource, ref));
    await works.add(run.task.id, run.box, reads, connection);
  };
}

function fail(run: TaskRun, work: Work, failure: ScanFailure): Commit {
  return (connection) => recordVerdict(run, work, { kind: 'end', ...failure }, connection);
}

/** The longer the scan takes already, the later. */
function lookLater(run: TaskRun, work: Work, scan: ScanLook): Commit {
  const wait = work.payload as unknown as ScanWait;
  const patience = Math.min(longestPause, Math.max(shortestPause, scan.age * partOfAge));
  const pause = scan.pause > 0 ? scan.pause : patience * (0.75 + Math.random() / 4);
  const notBefore = new Date(run.now().getTime() + pause);
  const shown = showing(wait, scan.things);
  return (connection) => run.stores.works.advance(work, run.box, { ...shown, notBefore }, connection);
}
