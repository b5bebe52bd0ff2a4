import type { ErrorDescription } from '@privacy-connectors/core/errors';
import type { RequestStatus } from '../application/views/request-view.js';
import type { TaskStatus } from '../application/views/task-view.js';
import type { Database, Queryable } from '../store/database.js';
import type { RequestStore } from '../store/request-store.js';
import type { TaskRun, TaskStores } from './task-run.js';
import { noteUnsearched } from './not-searched.js';
import type { OpenSearches } from './open-searches.js';
import type { EndingTask, TaskEnds } from './task-ends.js';
import { foundOutcomes } from './found-outcomes.js';
import { statusOf } from './task-outcomes.js';

/** A task that ends, and what went wrong last. */
export interface EndedTask extends EndingTask {
  readonly error: ErrorDescription | null;
}

/** Ends tasks, and requests once their last task ended. */
export class TaskFinisher {
  readonly #database: Database;
  readonly #requests: RequestStore;
  readonly #stores: TaskStores;
  readonly #searches: OpenSearches;
  readonly #ends: TaskEnds;

  constructor(
    database: Database,
    requests: RequestStore,
    stores: TaskStores,
    searches: OpenSearches,
    ends: TaskEnds,
  ) {
    this.#database = database;
    this.#requests = requests;
    this.#stores = stores;
    this.#searches = searches;
    this.#ends = ends;
  }

  /** Gives the task its last status, from what became of its work. */
  async finish(run: TaskRun): Promise<void> {
    await noteUnsearched(run);
    const { id } = run.task;
    const outcomes = foundOutcomes(run.session.connector, {
      type: run.request.type,
      status: 'completed',
      counts: await this.#stores.records.counts([id]),
      rows: await this.#stores.results.outcomes([id]),
    });
    const status = statusOf(outcomes);
    await run.commit(async (connection) => {
      const task = await this.#stores.tasks.byId(id, connection);
      const error = status === 'completed' ? null : (task?.error ?? null);
      await this.end({ id, status, outcomes, error }, connection);
      await this.refresh(run.request.id, connection);
    });
  }

  /** Ends a task in the transaction of what ends it; refresh its request afterwards. */
  async end(task: EndedTask, connection: Queryable): Promise<void> {
    await this.#stores.tasks.setStatus(task.id, task.status, task.error, connection);
    await this.#ends.keep(task, connection);
  }

  /** The same for a task that a person calls off. False when it had ended before. */
  async cancel(id: string, connection: Queryable): Promise<boolean> {
    if (!(await this.#stores.tasks.cancel(id, connection))) return false;
    await this.#ends.keep({ id, status: 'cancelled' }, connection);
    return true;
  }

  /** Brings the request's status in line with its tasks': one with an identifier left to search by is not at its end. */
  async refreshRequest(requestId: string): Promise<void> {
    await this.#database.transaction((connection) => this.refresh(requestId, connection));
  }

  /** The same within the transaction of the change. Locks the request, so do it after everything about tasks. */
  async refresh(requestId: string, connection: Queryable): Promise<void> {
    const before = await this.#requests.lock(requestId, connection);
    const tasks = await this.#stores.tasks.ofRequest(requestId, connection);
    const open = await this.#searches.of(requestId, connection);
    const status = requestStatus(tasks.map((task) => (open.has(task.id) ? 'received' : task.status)));
    if (before === status) return;
    const ended = !['received', 'running', 'awaiting_approval'].includes(status);
    await this.#requests.setStatus(requestId, status, ended ? new Date() : null, connection);
    if (!ended) return;
    await this.#stores.tallies.settleRequest(requestId, connection);
    const details = { request: requestId, status, tasks: tasks.length };
    await this.#stores.audit.append({ action: 'request.finished', actor: 'runner', details }, connection);
  }
}

/** The status of a request whose tasks have these. */
export function requestStatus(tasks: readonly TaskStatus[]): RequestStatus {
  if (tasks.every((status) => status === 'received')) return 'received';
  if (tasks.some((status) => status === 'received' || status === 'running')) return 'running';
  for (const status of ['awaiting_approval', 'cancelled'] as const) {
    if (tasks.includes(status)) return status;
  }
  if (tasks.every((status) => status === 'completed')) return 'completed';
  return tasks.every((status) => status === 'failed' || status === 'dead_letter') ? 'failed' : 'incomplete';
}
