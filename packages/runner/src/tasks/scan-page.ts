import type { Json, ScannedThing } from '@privacy-connectors/core';
import {
  StoredValueError,
  TransientError,
  UnsupportedError,
  VendorContractError,
} from '@privacy-connectors/core/errors';
import { beginAgain, beginCold, beginWarm, reaches, type ScanProgress } from '../scans/scan-progress.js';
import { entriesOf, type ScanPlace } from '../store/scan-index.js';
import type { ScanLease } from '../store/scan-rows.js';
import type { Work } from '../store/work-store.js';
import { assertMovesOn } from './cursor-guard.js';
import { isOwnFailure } from './own-failure.js';
import { keepFailure, keepPage, type ScannedPage } from './scan-commits.js';
import type { Commit, TaskRun } from './task-run.js';

/** Passes after which a listing that keeps changing under the scan is given up. */
const passLimit = 50;
/** Milliseconds between two signs of life while a page is waited for. */
const renewal = 3_000;

/** Reads the page that the lease is for into the index, for all who wait. What becomes of it is theirs too. */
export async function scanPage(
  run: TaskRun,
  work: Work,
  place: ScanPlace,
  lease: ScanLease,
): Promise<Commit> {
  const { scans } = run.stores;
  const renewing = setInterval(() => void scans.renew(place, lease.read).catch(() => undefined), renewal);
  try {
    const read = await readPage(run, place, lease);
    return (connection) => keepPage(run, work, place, lease, read, connection);
  } catch (error) {
    if (isOwnFailure(error)) throw error;
    return await keepFailure(run, work, place, lease, error);
  } finally {
    clearInterval(renewing);
  }
}

async function readPage(run: TaskRun, place: ScanPlace, lease: ScanLease): Promise<ScannedPage> {
  const steps = run.session.connector.implementation.resources[place.resource];
  if (steps?.scan === undefined || steps.scanCursor === undefined) {
    throw new UnsupportedError(`The connector has no scan of ${place.resource}.`);
  }
  const progress = readable(lease.progress ?? begin(run, place, lease), steps.scanCursor, lease.wantedSince);
  if (progress.passes > passLimit) {
    throw new TransientError('The listing changes faster than it can be read. Try again at a quieter time.');
  }
  const page = await steps.scan(run.context(), progress.cursor);
  assertMovesOn(progress.cursor, page.next);
  assertTimed(page.things);
  return { progress, page, entries: entriesOf(place, run.connectionBox, page.things) };
}

function begin(run: TaskRun, { resource }: ScanPlace, { coverage, wantedSince }: ScanLease): ScanProgress {
  const { scanOrder } = run.session.connector.manifest.resources[resource] ?? {};
  const ordered = scanOrder === 'updated_descending';
  if (ordered && coverage !== null && reaches(coverage.since, wantedSince)) return beginWarm(coverage);
  return beginCold(wantedSince, ordered);
}

/** A place that this version of the connector cannot read is no loss: the scan begins again. */
function readable(
  progress: ScanProgress,
  codec: { parse(cursor: Json): Json },
  wanted: number | null,
): ScanProgress {
  if (progress.cursor === null) return progress;
  try {
    return { ...progress, cursor: codec.parse(progress.cursor) };
  } catch (error) {
    if (error instanceof StoredValueError) return beginAgain(progress, wanted);
    throw error;
  }
}

function assertTimed(things: readonly ScannedThing[]): void {
  if (things.every(({ updatedAt }) => Number.isSafeInteger(Math.trunc(updatedAt)))) return;
  throw new VendorContractError('The listing has a thing whose time of update is no time.');
}
