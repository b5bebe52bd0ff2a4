import { ContainerModule } from 'inversify';
import { TaskWorker } from '../worker/task-worker.js';
import { tokens } from './tokens.js';

/** What carries requests out without being asked. */
export const workerModule = new ContainerModule(({ bind }) => {
  bind(tokens.worker).toResolvedValue(
    (database, dispatches, stores, searches, finisher, engine) => {
      const parts = { database, dispatches, stores, searches, finisher };
      return new TaskWorker({
        ...parts,
        engine: () => engine.get(),
        closeEngine: (patience) => engine.close(patience),
      });
    },
    [tokens.database, tokens.dispatches, tokens.taskStores, tokens.searches, tokens.finisher, tokens.engine],
  );
});
