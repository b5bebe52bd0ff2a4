import type { WorkerEvent } from '../application/worker.js';
import type { WorkflowEngine } from '../engine/workflow-engine.js';
import type { DispatchStore, DueTask } from '../store/dispatch-store.js';
import type { Chore } from './chore.js';

/** Begins the most urgent tasks as far as this process has room for them. */
export function dispatching(
  dispatches: DispatchStore,
  engine: WorkflowEngine,
  tell: (event: WorkerEvent) => void,
): Chore {
  return {
    every: 250,
    sooner: (signal) => engine.roomier(signal),
    run: async () => {
      const room = engine.room();
      const tasks = room === 0 ? 0 : await dispatches.dispatch(room, (task) => begin(engine, task));
      if (tasks > 0) tell({ kind: 'begun', tasks });
    },
  };
}

/** A run that somebody had in hand before may have been left by a process that nobody knows of any more. */
async function begin(engine: WorkflowEngine, task: DueTask): Promise<void> {
  await engine.start(task);
  if (task.epoch > 0) await engine.ensure(task);
}
