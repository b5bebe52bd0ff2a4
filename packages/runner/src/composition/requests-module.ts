import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { Reminders } from '../deadlines/reminders.js';
import { ApprovalPolicy } from '../requests/approval-policy.js';
import { PackageSources } from '../requests/package-sources.js';
import { RequestRunner } from '../requests/request-runner.js';
import { RequestService } from '../requests/request-service.js';
import { RequestViews } from '../requests/request-views.js';
import { tokens } from './tokens.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** Requests: what is shown of them, how they are carried on, their packages. */
export const requestsModule = new ContainerModule(({ bind }) => {
  bind(tokens.reminders).toResolvedValue((database) => new Reminders(database), [tokens.database]);
  bind(tokens.views).toResolvedValue(
    (stores, connections, connectors, keys) => new RequestViews(stores, connections, connectors, keys),
    [tokens.taskStores, tokens.connectionStore, tokens.connectors, tokens.keys],
  );
  bind(tokens.packages).toResolvedValue(
    (stores, connections, connectors, keys, views) =>
      new PackageSources(stores, connections, connectors, keys, views),
    [tokens.taskStores, tokens.connectionStore, tokens.connectors, tokens.keys, tokens.views],
  );
  bind(tokens.requestRunner).toResolvedValue(
    (database, requests, stores, finisher, searches, views, engine) => {
      const parts = { database, requests, stores, finisher, searches, views };
      return new RequestRunner({ ...parts, engine: () => engine.get() });
    },
    [
      tokens.database,
      tokens.requestStore,
      tokens.taskStores,
      tokens.finisher,
      tokens.searches,
      tokens.views,
      tokens.engine,
    ],
  );
  bindService(bind);
});

function bindService(bind: Bind): void {
  bind(tokens.approval).toResolvedValue(
    ({ approval }) => new ApprovalPolicy(approval),
    [tokens.configuration],
  );
  bind(tokens.requests).toResolvedValue(
    (
      database,
      keys,
      requests,
      connections,
      connectors,
      stores,
      finisher,
      views,
      runner,
      packages,
      approval,
      { regulation },
    ) => {
      const stored = { database, keys, requests, connections, stores };
      const carriedOut = { finisher, runner, packages, approval, regulation };
      const parts = { ...stored, ...carriedOut, connectors, views };
      return (actor) => new RequestService(parts, actor);
    },
    [
      tokens.database,
      tokens.keys,
      tokens.requestStore,
      tokens.connectionStore,
      tokens.connectors,
      tokens.taskStores,
      tokens.finisher,
      tokens.views,
      tokens.requestRunner,
      tokens.packages,
      tokens.approval,
      tokens.configuration,
    ],
  );
}
