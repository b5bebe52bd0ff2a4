import type { Json, LocatedThing } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { Queryable } from '../store/database.js';
import type { NewWork } from '../store/work-store.js';
import { assertMovesOn } from './cursor-guard.js';
import { beginScan } from './scan-state.js';
import type { TaskRun, WorkHandler } from './task-run.js';

/** The work a run of a task begins with. */
export function firstWork(resource: string, run: number): NewWork {
  return { kind: 'locate', resource, key: `run ${run}`, payload: { cursor: null }, count: 0 };
}

/** Finds the data subject's things, a page at a time, and then plans what to do with them. */
export const locateWork: WorkHandler = async (run, work) => {
  const { subject: steps } = run.session.connector.implementation;
  const stored = (work.payload as { cursor: Json | null }).cursor;
  const cursor = stored === null ? null : steps.cursor.parse(stored);
  const page = await steps.locate(run.context(), run.subject, cursor);
  assertMovesOn(cursor, page.next);
  return async (connection) => {
    const { things, works } = run.stores;
    await things.add(run.task.id, run.box, page.things, connection);
    if (page.next !== null) {
      const next = { payload: { cursor: page.next }, done: page.things.length };
      await works.advance(work, run.box, next, connection);
      return;
    }
    await works.end(work.id, page.things.length, null, connection);
    const found = await things.all(run.task.id, run.box, connection);
    await works.add(run.task.id, run.box, workFor(run, found), connection);
  };
};

function workFor(run: TaskRun, things: readonly LocatedThing[]): readonly NewWork[] {
  if (run.request.type === 'deletion') {
    const resource = run.session.connector.implementation.subject.resource;
    return [{ kind: 'plan', resource, key: `run ${run.task.run}`, payload: null, count: 0 }];
  }
  return [...things.map((thing) => readOf(thing.resource, thing.ref)), ...scansFor(run, things)];
}

/** Work that reads one thing from its first page. */
export function readOf(resource: string, ref: Json): NewWork {
  return { kind: 'read', resource, key: canonicalJson(ref), payload: { ref, cursor: null } };
}

function scansFor(run: TaskRun, things: readonly LocatedThing[]): readonly NewWork[] {
  const resources = Object.entries(run.session.connector.manifest.resources);
  return resources.flatMap(([resource, specification]) => {
    const owners = things.filter(
      (thing) => thing.owner !== undefined && thing.resource === specification.parent,
    );
    if (specification.lookup !== 'scan' || owners.length === 0) return [];
    return [
      {
        kind: 'scan',
        resource,
        key: canonicalJson(owners.map(({ owner }) => owner ?? '').sort()),
        payload: beginScan(owners, specification.scanOrder ?? 'none') as unknown as Json,
        count: 0,
      },
    ];
  });
}

/** The ids under which scans list what belongs to the things that were found. */
export async function ownersOf(
  run: TaskRun,
  resource: string,
  connection: Queryable,
): Promise<readonly string[]> {
  const parent = run.session.connector.manifest.resources[resource]?.parent;
  const things = await run.stores.things.all(run.task.id, run.box, connection);
  return things.filter((thing) => thing.resource === parent).flatMap((thing) => thing.owner ?? []);
}
