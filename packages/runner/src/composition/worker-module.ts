import { ContainerModule } from 'inversify';
import { auditing } from '../worker/auditing.js';
import { TaskWorker } from '../worker/task-worker.js';
import { telling } from '../worker/telling.js';
import { tokens } from './tokens.js';

/** What carries requests out without being asked. */
export const workerModule = new ContainerModule(({ bind }) => {
  bind(tokens.worker).toResolvedValue(
    (database, dispatches, stores, searches, finisher, engine, reminders, webhooks, checkpoints, log) => {
      const parts = { database, dispatches, stores, searches, finisher, log };
      return new TaskWorker({
        ...parts,
        engine: () => engine.get(),
        closeEngine: (patience) => engine.close(patience),
        telling: (signal) => [...telling(reminders, webhooks, signal), auditing(checkpoints)],
      });
    },
    [
      tokens.database,
      tokens.dispatches,
      tokens.taskStores,
      tokens.searches,
      tokens.finisher,
      tokens.engine,
      tokens.reminders,
      tokens.webhooks,
      tokens.checkpoints,
      tokens.log,
    ],
  );
});
