import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { Reminders } from '../deadlines/reminders.js';
import { Forecasts } from '../forecast/forecasts.js';
import { paceBy } from '../forecast/pace.js';
import { ApprovalPolicy } from '../requests/approval-policy.js';
import { PackageReviews } from '../requests/package-reviews.js';
import { PackageSources } from '../requests/package-sources.js';
import { RequestRecorder } from '../requests/request-recorder.js';
import { RequestRunner } from '../requests/request-runner.js';
import { RequestService } from '../requests/request-service.js';
import { RequestViews } from '../requests/request-views.js';
import { TaskViews } from '../requests/task-views.js';
import { ForecastStore } from '../store/forecast-store.js';
import { IdempotencyStore } from '../store/idempotency-store.js';
import { RequestList } from '../store/request-list.js';
import { tokens } from './tokens.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** Requests: what is shown of them, how they are carried on, their packages. */
export const requestsModule = new ContainerModule(({ bind }) => {
  bind(tokens.reminders).toResolvedValue((database) => new Reminders(database), [tokens.database]);
  bind(tokens.forecasts).toResolvedValue(
    (database, connectors, sessions) =>
      new Forecasts({
        store: new ForecastStore(database),
        connectors,
        paceOf: paceBy(sessions),
        now: () => new Date(),
      }),
    [tokens.database, tokens.connectors, tokens.sessions],
  );
  bindViews(bind);
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

function bindViews(bind: Bind): void {
  bind(tokens.taskViews).toResolvedValue(
    (stores, connectors) => new TaskViews(stores, connectors),
    [tokens.taskStores, tokens.connectors],
  );
  bind(tokens.views).toResolvedValue(
    (stores, connections, connectors, keys, forecasts, tasks, holds, reappearances, { retention }) => {
      const stored = { stores, connections, holds, reappearances };
      const parts = { ...stored, connectors, keys, forecasts, tasks };
      return new RequestViews({ ...parts, retentionDays: retention.days });
    },
    [
      tokens.taskStores,
      tokens.connectionStore,
      tokens.connectors,
      tokens.keys,
      tokens.forecasts,
      tokens.taskViews,
      tokens.legalHoldStore,
      tokens.reappearances,
      tokens.configuration,
    ],
  );
  bind(tokens.packages).toResolvedValue(
    (stores, connections, connectors, keys, views, tasks, { redaction: { policy } }) =>
      new PackageSources({ stores, connections, connectors, keys, views, tasks, policy }),
    [
      tokens.taskStores,
      tokens.connectionStore,
      tokens.connectors,
      tokens.keys,
      tokens.views,
      tokens.taskViews,
      tokens.configuration,
    ],
  );
}

function bindService(bind: Bind): void {
  bind(tokens.approval).toResolvedValue(
    ({ approval }) => new ApprovalPolicy(approval),
    [tokens.configuration],
  );
  bind(tokens.recorder).toResolvedValue(
    (database, keys, requests, connections, connectors, stores, { regulation }) => {
      const stored = { database, keys, requests, connections, stores, idempotency: new IdempotencyStore() };
      return new RequestRecorder({ ...stored, connectors, regulation });
    },
    [
      tokens.database,
      tokens.keys,
      tokens.requestStore,
      tokens.connectionStore,
      tokens.connectors,
      tokens.taskStores,
      tokens.configuration,
    ],
  );
  bind(tokens.requests).toResolvedValue(
    (database, requests, stores, recorder, finisher, views, runner, packages, approval, legalHolds) => {
      const stored = { database, requests, list: new RequestList(database), stores };
      const reviews = new PackageReviews({ database, stores, packages });
      const parts = { ...stored, recorder, finisher, views, runner, packages, reviews, approval, legalHolds };
      return (actor) => new RequestService(parts, actor);
    },
    [
      tokens.database,
      tokens.requestStore,
      tokens.taskStores,
      tokens.recorder,
      tokens.finisher,
      tokens.views,
      tokens.requestRunner,
      tokens.packages,
      tokens.approval,
      tokens.legalHolds,
    ],
  );
}
