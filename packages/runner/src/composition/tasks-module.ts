import { ContainerModule } from 'inversify';
import { TaskAdvancer } from '../tasks/task-advancer.js';
import { TaskFinisher } from '../tasks/task-finisher.js';
import { LazyEngine } from './lazy-engine.js';
import { tokens } from './tokens.js';

/** Tasks, and the engine that carries them out. */
export const tasksModule = new ContainerModule(({ bind }) => {
  bind(tokens.finisher).toResolvedValue(
    (database, requests, stores) => new TaskFinisher(database, requests, stores),
    [tokens.database, tokens.requestStore, tokens.taskStores],
  );
  bind(tokens.advancer).toResolvedValue(
    (database, keys, requests, stores, sessions, finisher) =>
      new TaskAdvancer({ database, keys, requests, stores, sessions, finisher, now: () => new Date() }),
    [tokens.database, tokens.keys, tokens.requestStore, tokens.taskStores, tokens.sessions, tokens.finisher],
  );
  bind(tokens.engine).toResolvedValue(
    (databaseUrl, keys, advancer) =>
      new LazyEngine(databaseUrl, keys, (task, signal) => advancer.advance(task, signal)),
    [tokens.databaseUrl, tokens.keys, tokens.advancer],
  );
});
