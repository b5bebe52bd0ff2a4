import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { Pulse } from '../engine/pulse.js';
import { Barrier } from '../tasks/barrier.js';
import { OpenSearches } from '../tasks/open-searches.js';
import { TaskAdvancer } from '../tasks/task-advancer.js';
import { TaskEnds } from '../tasks/task-ends.js';
import { TaskFinisher } from '../tasks/task-finisher.js';
import { LazyEngine } from './lazy-engine.js';
import { tokens } from './tokens.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** Tasks, and the engine that carries them out. */
export const tasksModule = new ContainerModule(({ bind }) => {
  bind(tokens.searches).toResolvedValue(
    ({ identifiers, searches }, connectors) => new OpenSearches(identifiers, searches, connectors),
    [tokens.taskStores, tokens.connectors],
  );
  bind(tokens.finisher).toResolvedValue(
    (database, requests, stores, searches, connectors) =>
      new TaskFinisher(database, requests, stores, searches, new TaskEnds(stores, connectors)),
    [tokens.database, tokens.requestStore, tokens.taskStores, tokens.searches, tokens.connectors],
  );
  bindAdvancer(bind);
  bind(tokens.pulse).toResolvedValue(() => new Pulse());
  bind(tokens.engine).toResolvedValue(
    (databaseUrl, keys, advancer, pulse) => new LazyEngine(databaseUrl, keys, advancer, pulse),
    [tokens.databaseUrl, tokens.keys, tokens.advancer, tokens.pulse],
  );
});

function bindAdvancer(bind: Bind): void {
  bind(tokens.advancer).toResolvedValue(
    (
      database,
      keys,
      requests,
      stores,
      sessions,
      finisher,
      searches,
      dispatches,
      connections,
      connectors,
      tracing,
    ) =>
      new TaskAdvancer({
        database,
        keys,
        requests,
        stores,
        sessions,
        finisher,
        searches,
        barrier: new Barrier(database, stores.preparation, searches, stores.unreadAccesses),
        dispatches,
        connections,
        connectors,
        tracing,
        now: () => new Date(),
      }),
    [
      tokens.database,
      tokens.keys,
      tokens.requestStore,
      tokens.taskStores,
      tokens.sessions,
      tokens.finisher,
      tokens.searches,
      tokens.dispatches,
      tokens.connectionStore,
      tokens.connectors,
      tokens.tracing,
    ],
  );
}
