import type { DataRecord, Json, ReadPage } from '@privacy-connectors/core';
import { UnsupportedError } from '@privacy-connectors/core/errors';
import type { NewWork } from '../store/work-store.js';
import { assertMovesOn } from './cursor-guard.js';
import { readOf } from './after-locating.js';
import type { WorkHandler } from './task-run.js';

/** Reads one page of a thing: its records, the children they name, and the files to fetch, committed together. */
export const readWork: WorkHandler = async (run, work) => {
  const steps = run.session.connector.implementation.resources[work.resource];
  if (steps === undefined) throw new UnsupportedError(`The connector has no resource ${work.resource}.`);
  const stored = work.payload as { ref: Json; cursor: Json | null };
  const ref = steps.ref.parse(stored.ref);
  const cursor = stored.cursor === null ? null : steps.cursor.parse(stored.cursor);
  const page = await steps.read(run.context(), ref, cursor);
  assertMovesOn(cursor, page.next);
  return async (connection) => {
    const { records, works } = run.stores;
    await records.save(run.task.id, work.resource, run.box, page.records, connection);
    await works.add(run.task.id, run.box, followUps(work.resource, ref, page), connection);
    const done = page.records.length;
    if (page.next !== null) {
      await works.advance(work, run.box, { payload: { ref, cursor: page.next }, done }, connection);
    } else {
      const skipped =
        page.skipped === undefined ? null : { outcome: 'skipped' as const, why: page.skipped.why };
      await works.end(work.id, done, skipped, connection);
    }
  };
};

function followUps(resource: string, ref: Json, page: ReadPage): readonly NewWork[] {
  const children = Object.entries(page.children ?? {});
  return [
    ...children.flatMap(([child, refs]) => refs.map((childRef) => readOf(child, childRef))),
    ...page.records
      .filter((record) => record.file !== undefined)
      .map((record) => openOf(resource, ref, record)),
  ];
}

function openOf(resource: string, ref: Json, record: DataRecord): NewWork {
  return { kind: 'open', resource, key: record.id, payload: { ref, recordId: record.id } };
}
