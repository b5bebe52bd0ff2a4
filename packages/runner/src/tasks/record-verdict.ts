import type { Queryable } from '../store/database.js';
import type { Work } from '../store/work-store.js';
import { afterLocating } from './after-locating.js';
import type { Verdict } from './failures.js';
import type { TaskRun } from './task-run.js';

/** A verdict that there is something to record of. */
export type RecordedVerdict = Exclude<Verdict, { readonly kind: 'interrupted' }>;

/** Records what becomes of work whose step failed, and of the rest of the task. */
export async function recordVerdict(
  run: TaskRun,
  work: Work,
  verdict: RecordedVerdict,
  connection: Queryable,
): Promise<void> {
  const { works, tasks } = run.stores;
  if (verdict.kind === 'park') {
    await works.park(work.id, verdict.until, connection);
    if (verdict.pausesTask) await works.pauseAll(run.task.id, verdict.until, connection);
    return;
  }
  await works.end(work.id, 0, verdict.outcome, connection);
  if (work.kind === 'locate' && !verdict.stopsTask) await afterLocating(run, connection);
  if (verdict.stopsTask) await works.endAllDue(run.task.id, verdict.outcome, connection);
  await tasks.setError(run.task.id, verdict.error, connection);
}
