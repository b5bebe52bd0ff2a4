import type { Database } from '../store/database.js';
import { retryEnded } from '../store/work-retries.js';
import { retryableCodes } from './failures.js';
import type { OpenSearches } from './open-searches.js';
import type { TaskFinisher } from './task-finisher.js';
import type { TaskStores } from './task-run.js';

const atRest: readonly string[] = ['completed', 'incomplete', 'failed', 'awaiting_approval'];

/** What waking tasks works with. */
export interface AwakeningParts {
  readonly database: Database;
  readonly stores: TaskStores;
  readonly searches: OpenSearches;
  readonly finisher: TaskFinisher;
}

/** Runs tasks again that were at rest when another one found an identifier to search them by. */
export async function awaken(parts: AwakeningParts, requestId: string): Promise<void> {
  const { database, stores, searches, finisher } = parts;
  const open = await searches.of(requestId);
  if (open.size === 0) return;
  const tasks = await stores.tasks.ofRequest(requestId);
  const resting = tasks.filter(({ id, status }) => open.has(id) && atRest.includes(status));
  if (resting.length === 0) return;
  await database.transaction(async (connection) => {
    for (const task of resting) {
      if (!(await stores.tasks.rerun(task, task.status, null, connection))) continue;
      await retryEnded(task.id, retryableCodes, connection);
    }
    await finisher.refresh(requestId, connection);
  });
}
