import type { RequestType } from '../application/views/request-view.js';
import { grouped } from '../store/grouped.js';
import type { ConnectionRow } from '../store/connection-store.js';
import type { RecordCount } from '../store/record-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { OutcomeRow, ProgressRow } from '../store/work-results.js';
import { hasEnded } from '../tasks/found-outcomes.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Box } from '../vault/box.js';

/** A task and what it belongs to. */
export interface TaskInRequest {
  readonly task: TaskRow;
  readonly type: RequestType;
  /** Of the request; undefined when its data key is gone. */
  readonly box: Box | undefined;
  readonly connection: ConnectionRow | undefined;
}

/** What is stored about the work of tasks, by the id of the task. */
export interface TaskFacts {
  readonly records: ReadonlyMap<string, readonly RecordCount[]>;
  readonly outcomes: ReadonlyMap<string, readonly OutcomeRow[]>;
  readonly progress: ReadonlyMap<string, readonly ProgressRow[]>;
  readonly waitingUntil: ReadonlyMap<string, Date>;
  /** Sealed. */
  readonly plans: ReadonlyMap<string, Buffer>;
}

/** Reads what is stored about tasks: as many statements for a hundred of them as for one. */
export async function readTaskFacts(stores: TaskStores, tasks: readonly TaskRow[]): Promise<TaskFacts> {
  const all = tasks.map(({ id }) => id);
  // What ended tasks came to is kept with them, but for those of earlier versions.
  const untold = tasks.filter(({ came_to: cameTo, summary }) => cameTo === null && summary === null);
  const ended = untold.filter(hasEnded).map(({ id }) => id);
  const open = tasks.filter((task) => !hasEnded(task)).map(({ id }) => id);
  const planned = tasks.filter(({ plan_hash: hash }) => hash !== null).map(({ id }) => id);
  const [records, outcomes, progress, waitingUntil, plans] = await Promise.all([
    // Counting is for the end: while records stream in, the progress tells how many there are.
    ended.length === 0 ? [] : stores.records.counts(ended),
    stores.results.outcomes(untold.map(({ id }) => id)),
    stores.results.progress(all),
    open.length === 0 ? new Map<string, Date>() : stores.works.waitingUntil(open),
    planned.length === 0 ? new Map<string, Buffer>() : stores.tasks.sealedPlans(planned),
  ]);
  return {
    records: grouped(records, taskOf),
    outcomes: grouped(outcomes, taskOf),
    progress: grouped(progress, taskOf),
    waitingUntil,
    plans,
  };
}

function taskOf({ task_id }: { readonly task_id: string }): string {
  return task_id;
}
