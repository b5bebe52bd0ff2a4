import type { Json, LocatedThing } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { Queryable } from '../store/database.js';
import type { NewWork } from '../store/work-store.js';
import { scanFor } from './scan-wait.js';
import type { TaskRun } from './task-run.js';

/**
 * Once the last search of a task ended: reads what was found, or plans to erase it. Nothing is planned when a search did not
 * succeed, for it may be the one that tells who else is meant.
 */
export async function afterLocating(run: TaskRun, connection: Queryable): Promise<void> {
  const { preparation, things, works } = run.stores;
  if (await preparation.isLocating(run.task.id, connection)) return;
  if (run.request.type === 'deletion') return beginPlan(run, connection);
  const found = await things.all(run.task.id, run.box, connection);
  const reads = found.map((thing) => readOf(thing.resource, thing.ref));
  await works.add(run.task.id, run.box, [...reads, ...scansFor(run, found)], connection);
}

/** A plan is for all searches that the run made so far. */
async function beginPlan(run: TaskRun, connection: Queryable): Promise<void> {
  const { preparation, searches, works } = run.stores;
  await preparation.forgetPlans(run.task.id, connection);
  if (await preparation.failedToLocate(run.task.id, connection)) return forgetErasures(run, connection);
  const { length } = await searches.ofRun(run.task.id, run.task.run, connection);
  const { resource } = run.session.connector.implementation.subject;
  const payload = { cursor: null, page: 1 };
  const plan: NewWork = { kind: 'plan', resource, key: `run ${run.task.run} ${length}`, payload, count: 0 };
  await works.add(run.task.id, run.box, [plan], connection);
}

/** What an older plan of this run contains is not sent any more either. */
async function forgetErasures({ stores, task, box }: TaskRun, connection: Queryable): Promise<void> {
  await stores.erasures.forgetUnsent(task.id, connection);
  await stores.erasures.approve(task.id, box, [], task.run, connection);
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
    return [scanFor(resource, owners)];
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
