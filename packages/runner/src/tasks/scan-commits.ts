import type { ScanPage } from '@privacy-connectors/core';
import { afterPage, type Rest } from '../scans/after-page.js';
import type { ScanProgress } from '../scans/scan-progress.js';
import type { Queryable } from '../store/database.js';
import type { ScanEntry, ScanPlace } from '../store/scan-index.js';
import type { ScanLease } from '../store/scan-rows.js';
import type { Work } from '../store/work-store.js';
import { judge } from './failures.js';
import { type RecordedVerdict, recordVerdict } from './record-verdict.js';
import { type ScanWait, showing } from './scan-wait.js';
import type { Commit, TaskRun } from './task-run.js';

/** A page of a listing, and where the scan stood before it. */
export interface ScannedPage {
  readonly progress: ScanProgress;
  readonly page: ScanPage;
  readonly entries: readonly ScanEntry[];
}

/** Keeps a page and the place after it together; nothing when somebody else has read it in the meantime. */
export async function keepPage(
  run: TaskRun,
  work: Work,
  place: ScanPlace,
  { read }: ScanLease,
  { progress, page, entries }: ScannedPage,
  connection: Queryable,
): Promise<void> {
  const { scans, scanIndex, works } = run.stores;
  const held = await scans.hold(place, read, connection);
  if (held === undefined) return;
  const generation = held.generation + (isFirstPage(progress) ? 1 : 0);
  await scanIndex.save(place, entries, generation, connection);
  const wishes = { wanted: held.wanted_since, joined: held.joined_read };
  const { next, rest } = afterPage(progress, { page, read, ...wishes });
  if (rest !== null) await keepRest(run, place, { rest, generation, cold: progress.cold }, connection);
  const kept = { next, generation, things: page.things.length };
  await scans.advance(place, run.connectionBox, kept, connection);
  const shown = showing(work.payload as unknown as ScanWait, held.things + kept.things);
  await works.advance(work, run.box, shown, connection);
}

/** The index is complete as of a read; what a reading that relied on no index should have seen and did not is gone. */
async function keepRest(
  { stores: { scans, scanIndex } }: TaskRun,
  place: ScanPlace,
  { rest, generation, cold }: { readonly rest: Rest; readonly generation: number; readonly cold: boolean },
  connection: Queryable,
): Promise<void> {
  await scans.cover(place, rest, connection);
  if (!cold) return;
  await scanIndex.forgetUnseen(place, generation, rest.since, connection);
  await scans.coverAnew(place, connection);
}

/** The first page of a reading that relies on no index. */
function isFirstPage({ cold, phase, pages }: ScanProgress): boolean {
  return cold && phase === 'down' && pages === 0;
}

/** Hands the verdict on a failed page to everybody who waits for the scan; a passing failure pauses it for them all. */
export async function keepFailure(
  run: TaskRun,
  work: Work,
  place: ScanPlace,
  lease: ScanLease,
  error: unknown,
): Promise<Commit> {
  const { scans } = run.stores;
  const verdict = judge(error, lease.attempts, run.now());
  if (run.signal.aborted || verdict.kind === 'interrupted') {
    await scans.release(place, lease.read);
    return () => Promise.resolve();
  }
  return async (connection) => {
    if ((await scans.hold(place, lease.read, connection)) === undefined) return;
    if (verdict.kind === 'park') await scans.pause(place, verdict.until, connection);
    else await scans.fail(place, failureOf(verdict), connection);
    await recordVerdict(run, work, verdict, connection);
  };
}

function failureOf({ outcome, error, stopsTask }: Extract<RecordedVerdict, { readonly kind: 'end' }>) {
  return { outcome, error, stopsTask };
}
