import type { WorkerEvent } from '../application/worker.js';
import type { WorkflowEngine } from '../engine/workflow-engine.js';
import type { Chore } from './chore.js';

/** Takes over what dead processes left. */
export function adopting(engine: WorkflowEngine, tell: (event: WorkerEvent) => void): Chore {
  return {
    every: 1_000,
    run: async () => {
      const tasks = await engine.adopt();
      if (tasks > 0) tell({ kind: 'taken_over', tasks });
    },
  };
}
