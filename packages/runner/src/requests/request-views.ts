import type { ConnectorCatalogue } from '../application/application.js';
import { deadlineView } from '../deadlines/deadline-view.js';
import { VaultError } from '../errors/runner-error.js';
import type { Forecasts } from '../forecast/forecasts.js';
import type { IdentifierView, PlanView, ProgressView, RequestView, TaskView } from '../application/views.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { DeletionPlan } from '../store/plan-pages.js';
import type { RequestRow } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import { outcomesOf } from '../tasks/task-outcomes.js';
import type { DataKeys } from '../vault/data-keys.js';
import { type IdentifiedTask, identifierViews } from './identifier-views.js';

const unfinished: readonly string[] = ['received', 'running', 'awaiting_approval'];

/** Puts together what is shown of requests. */
export class RequestViews {
  readonly #stores: TaskStores;
  readonly #connections: ConnectionStore;
  readonly #connectors: ConnectorCatalogue;
  readonly #keys: DataKeys;
  readonly #forecasts: Forecasts;

  constructor(
    stores: TaskStores,
    connections: ConnectionStore,
    connectors: ConnectorCatalogue,
    keys: DataKeys,
    forecasts: Forecasts,
  ) {
    this.#stores = stores;
    this.#connections = connections;
    this.#connectors = connectors;
    this.#keys = keys;
    this.#forecasts = forecasts;
  }

  async views(requests: readonly RequestRow[]): Promise<readonly RequestView[]> {
    const views: RequestView[] = [];
    for (const request of requests) views.push(await this.view(request));
    return views;
  }

  async view(request: RequestRow): Promise<RequestView> {
    const tasks = await this.#stores.tasks.ofRequest(request.id);
    return {
      id: request.id,
      type: request.type,
      status: request.status,
      receivedAt: request.received_at.toISOString(),
      ...(await deadlineView(request, this.#keys, new Date())),
      finishedAt: request.finished_at?.toISOString() ?? null,
      forecast: request.finished_at === null ? await this.#forecasts.of(request.id) : null,
      identifiers: await this.#identifiers(request, tasks),
      tasks: await Promise.all(tasks.map((task) => this.task(request, task))),
    };
  }

  /** A request outlives its data key; what was sealed under it is gone then. */
  async #identifiers(request: RequestRow, tasks: readonly TaskRow[]): Promise<readonly IdentifierView[]> {
    try {
      const box = await this.#keys.box('request', request.id);
      const identifiers = await this.#stores.identifiers.open(request.id, box);
      const searched = await this.#stores.searches.numbers(request.id);
      const identified = await Promise.all(tasks.map((task) => this.#identified(task)));
      return identifierViews(identifiers, identified, searched);
    } catch (error) {
      if (error instanceof VaultError) return [];
      throw error;
    }
  }

  async #identified(task: TaskRow): Promise<IdentifiedTask> {
    const connection = await this.#connections.byId(task.connection_id);
    const consumes = this.#connectors.find(connection?.connector ?? '')?.manifest.identifiers.consumes ?? [];
    const { name = '', namespaces = {} } = connection ?? {};
    return { task: task.id, connection: name, consumes, namespaces };
  }

  async task(request: RequestRow, task: TaskRow): Promise<TaskView> {
    const { name, connectorId, connector } = await this.#placeOf(task);
    const manifest = connector?.manifest;
    const ended = !unfinished.includes(task.status);
    const results = {
      type: request.type,
      // What was given up before it was looked for is not known to be absent.
      ended: ended && task.status !== 'dead_letter',
      located: connector?.implementation.subject.resource ?? '',
      // Counting is for the end: while records stream in, the progress tells how many there are.
      records: ended ? await this.#stores.records.counts(task.id) : new Map<string, number>(),
      rows: await this.#stores.results.outcomes(task.id),
    };
    return {
      connection: name,
      connector: connectorId,
      status: task.status,
      outcomes: task.status === 'cancelled' ? [] : outcomesOf(manifest, results),
      notCovered: (manifest?.notCovered ?? []).filter((gap) => gap.capability === request.type),
      error: task.error,
      plan: await this.#plan(request, task),
      progress: await this.#progress(task),
      waitingUntil: ended ? null : await this.#waitingUntil(task),
    };
  }

  /** A connector whose package is gone is undefined: what was recorded is shown all the same. */
  async #placeOf(task: TaskRow) {
    const { name = '', connector = '' } = (await this.#connections.byId(task.connection_id)) ?? {};
    return { name, connectorId: connector, connector: this.#connectors.find(connector) };
  }

  async #plan(request: RequestRow, task: TaskRow): Promise<PlanView | null> {
    if (task.plan_hash === null) return null;
    const plan = await this.#stores.tasks.plan(task.id, await this.#keys.box('request', request.id));
    return plan === null
      ? null
      : { hash: task.plan_hash, changed: task.plan_changed, ...withoutValues(plan) };
  }

  async #progress(task: TaskRow): Promise<readonly ProgressView[]> {
    const rows = await this.#stores.results.progress(task.id);
    return rows.map(({ kind, resource, done }) => ({ step: kind, resource, done }));
  }

  async #waitingUntil(task: TaskRow): Promise<string | null> {
    const due = await this.#stores.works.waitingUntil(task.id);
    return due === null ? null : due.toISOString();
  }
}

function withoutValues(plan: DeletionPlan): Pick<PlanView, 'operations' | 'warnings'> {
  const operations = plan.operations.map(({ title, resource, count, alsoErases, irreversible }) => ({
    title,
    resource,
    count,
    alsoErases,
    irreversible,
  }));
  return { operations, warnings: plan.warnings };
}
