import type { WorkerEvent } from '../application/worker.js';
import { fairShare } from '../engine/fair-share.js';
import type { WorkflowEngine } from '../engine/workflow-engine.js';
import type { Choice, DispatchStore, UnbegunTask } from '../store/dispatch-store.js';
import type { Chore } from './chore.js';

/** Begins the most urgent tasks of each connection as far as this process has room for them. */
export function dispatching(
  dispatches: DispatchStore,
  engine: WorkflowEngine,
  tell: (event: WorkerEvent) => void,
): Chore {
  return {
    every: 250,
    sooner: (signal) => engine.roomier(signal),
    run: async () => {
      if (!engine.isAlive) return;
      const { crowd, size } = engine;
      const choose: Choice = (waiting) => fairShare(waiting, crowd, size);
      const tasks = await dispatches.dispatch(size.perConnection, crowd, choose, (task) =>
        begin(engine, task),
      );
      if (tasks > 0) tell({ kind: 'begun', tasks });
    },
  };
}

/** A run that somebody had in hand before may have been left by a process that nobody knows of any more. */
async function begin(engine: WorkflowEngine, task: UnbegunTask): Promise<void> {
  await engine.start(task, task.connectionId);
  if (task.epoch > 0) await engine.ensure(task);
}
