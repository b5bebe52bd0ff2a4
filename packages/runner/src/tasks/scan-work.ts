import type { Json } from '@privacy-connectors/core';
import { UnsupportedError } from '@privacy-connectors/core/errors';
import { assertMovesOn } from './cursor-guard.js';
import { ownersOf, readOf } from './after-locating.js';
import { afterPage, type ScanState } from './scan-state.js';
import type { WorkHandler } from './task-run.js';

/** Reads one page of a listing of everyone's things into the index; at the end of the scan, reads the subject's own. */
export const scanWork: WorkHandler = async (run, work) => {
  const steps = run.session.connector.implementation.resources[work.resource];
  if (steps?.scan === undefined || steps.scanCursor === undefined) {
    throw new UnsupportedError(`The connector has no scan of ${work.resource}.`);
  }
  const state = work.payload as unknown as ScanState;
  const cursor = state.cursor === null ? null : steps.scanCursor.parse(state.cursor);
  const page = await steps.scan(run.context(), cursor);
  assertMovesOn(cursor, page.next);
  const next = afterPage(state, page);
  const place = { connectionId: run.session.connectionId, resource: work.resource };
  return async (connection) => {
    const { scans, works } = run.stores;
    await scans.save(place, run.connectionBox, page.things, connection);
    if (!next.ended) {
      const progress = { payload: next as unknown as Json, done: page.things.length };
      await works.advance(work, run.box, progress, connection);
      return;
    }
    await works.end(work.id, page.things.length, null, connection);
    const owners = await ownersOf(run, work.resource, connection);
    const scan = { workId: work.id, since: state.since };
    const refs = await scans.ownedBy(place, run.connectionBox, owners, scan, connection);
    const reads = refs.map((ref) => readOf(work.resource, ref));
    await works.add(run.task.id, run.box, reads, connection);
  };
};
