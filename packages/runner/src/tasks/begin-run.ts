import type { Queryable } from '../store/database.js';
import type { RequestStore } from '../store/request-store.js';
import { readVersion } from '../version.js';
import type { WorkingVersions } from '../store/task-store.js';
import { locatesFor } from './locate-work.js';
import { missingScopes } from './missing-scopes.js';
import type { OpenSearches } from './open-searches.js';
import { reportLimit } from './report-limit.js';
import type { TaskRun } from './task-run.js';

const runnerVersion = readVersion();

/** Gives a run of a task what it begins with, and, each time it is carried on, the searches that came up since. */
export async function beginRun(run: TaskRun, requests: RequestStore, searches: OpenSearches): Promise<void> {
  await adoptGiven(run, requests);
  await run.commit(async (connection) => {
    const { stores, task, box } = run;
    const begun = await stores.searches.ofRun(task.id, task.run, connection);
    if (begun.length === 0) await beginAnew(run, connection);
    await stores.tasks.noteVersions(task.id, versionsOf(run), connection);
    await stores.works.addEnded(task.id, box, 'plan', missingScopes(run), connection);
    const identifiers = await stores.identifiers.open(run.request.id, box, connection);
    await reportLimit(run, identifiers, connection);
    const open = (await searches.of(run.request.id, connection)).get(task.id) ?? [];
    if (open.length === 0) return;
    await stores.works.add(task.id, box, locatesFor(run, open, identifiers), connection);
    await stores.searches.add(task.id, task.run, open, connection);
  });
}

/** What an earlier run found for a deletion may be gone by now; what it found for a package stays in it. */
async function beginAnew(run: TaskRun, connection: Queryable): Promise<void> {
  const { preparation, things } = run.stores;
  await preparation.beginAnew(run.task.id, connection);
  if (run.request.type === 'deletion') await things.setAside(run.task.id, connection);
}

/** A request may be carried on by another version than the one it was begun with: each that worked on it is kept. */
function versionsOf({ session }: TaskRun): WorkingVersions {
  const { version, vendorApiVersion } = session.connector.manifest;
  return { connector: version, vendorApi: vendorApiVersion, runner: runnerVersion };
}

/** Requests from before migration 3 have their identifier in their subject only. */
async function adoptGiven(run: TaskRun, requests: RequestStore): Promise<void> {
  const { identifiers } = run.stores;
  if ((await identifiers.ofRequest(run.request.id)).length > 0) return;
  const given = await requests.given(run.request.id);
  await run.commit((connection) => identifiers.addGiven(run.request.id, run.box, given, connection));
}
