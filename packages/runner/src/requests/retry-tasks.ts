import type { TaskStatus } from '../application/views/task-view.js';
import type { Queryable } from '../store/database.js';
import { holdTasks } from '../store/hold-tasks.js';
import type { TaskRow } from '../store/task-store.js';
import { retryEnded } from '../store/work-retries.js';
import { deadLetterCode } from '../tasks/dead-letter.js';
import { retryableCodes } from '../tasks/failures.js';
import type { TaskStores } from '../tasks/task-run.js';

/** Ends of tasks after which trying again may come to more; what died only when a person says that the cause is mended. */
export const failedEnds: readonly TaskStatus[] = ['failed', 'incomplete'];
export const allFailedEnds: readonly TaskStatus[] = [...failedEnds, 'dead_letter'];

/**
 * Makes tasks of a request that ended so due again, as far as they failed for a reason that may be gone and their connection
 * exists. @returns how many.
 */
export async function retryTasks(
  requestId: string,
  ends: readonly TaskStatus[],
  stores: TaskStores,
  connection: Queryable,
): Promise<number> {
  // Before anything is read of them: what another one has made due meanwhile is not this one's to touch.
  await holdTasks(requestId, connection);
  const tasks = await stores.tasks.ofRequest(requestId, connection);
  const codes = ends.includes('dead_letter') ? [...retryableCodes, deadLetterCode] : retryableCodes;
  let retried = 0;
  for (const task of tasks.filter(({ status }) => ends.includes(status))) {
    if (await stores.tasks.isOnRemovedConnection(task.id, connection)) continue;
    retried += (await retryTask(task, codes, stores, connection)) ? 1 : 0;
  }
  return retried;
}

async function retryTask(
  task: TaskRow,
  codes: readonly string[],
  stores: TaskStores,
  connection: Queryable,
): Promise<boolean> {
  const isDeadLetter = task.status === 'dead_letter';
  const any = await retryEnded(task.id, codes, connection);
  if (!any && !isDeadLetter) return false;
  if (!(await stores.tasks.rerun(task, task.status, null, connection))) return false;
  if (isDeadLetter) await stores.holds.absolve(task.id, connection);
  return true;
}
