import type { RequestView } from '../application/views/request-view.js';
import type { WorkflowEngine } from '../engine/workflow-engine.js';
import { EngineError } from '../errors/runner-error.js';
import type { Database } from '../store/database.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import { awaken } from '../tasks/awakening.js';
import type { OpenSearches } from '../tasks/open-searches.js';
import type { TaskFinisher } from '../tasks/task-finisher.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { RequestViews } from './request-views.js';
import { failedEnds, retryTasks } from './retry-tasks.js';
import { watchRequest } from './watch-request.js';

const underWay: readonly string[] = ['received', 'running'];
/** Requests some of whose tasks may have failed while the others ended or wait for a person. */
const withFailures: readonly string[] = ['failed', 'incomplete', 'awaiting_approval'];

const lost = 'The connection to the database was lost. Nothing is lost: run the command again.';
const foreign =
  'The work was begun by another version of dsr, which this one cannot carry on. Run that version until the request has ended.';

/** What the runner works with. The engine is started on first use: most commands need none. */
export interface RunnerParts {
  readonly database: Database;
  readonly requests: RequestStore;
  readonly stores: TaskStores;
  readonly finisher: TaskFinisher;
  readonly searches: OpenSearches;
  readonly views: RequestViews;
  readonly engine: () => Promise<WorkflowEngine>;
}

/** Carries a request on until it ended or waits for a person. Several processes may do so at once. */
export class RequestRunner {
  readonly #parts: RunnerParts;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  async run(
    request: RequestRow,
    onProgress: (view: RequestView) => void,
    signal: AbortSignal,
  ): Promise<RequestView> {
    await this.#parts.finisher.refreshRequest(request.id);
    await this.#retryFailed(request);
    return watchRequest({
      look: () => this.#look(request.id),
      carryOn: () => this.#ensure(request.id),
      onProgress,
      signal,
    });
  }

  async #look(id: string): Promise<RequestView> {
    const row = await this.#parts.requests.byId(id);
    if (row === undefined) throw new EngineError('The request vanished while it was carried out.');
    return this.#parts.views.view(row);
  }

  async #ensure(requestId: string): Promise<void> {
    const engine = await this.#parts.engine();
    if (engine.losses > 0) throw new EngineError(lost);
    await awaken(this.#parts, requestId);
    const tasks = await this.#parts.stores.tasks.ofRequest(requestId);
    for (const task of tasks.filter(({ status }) => underWay.includes(status))) {
      const state = await engine.ensure(task);
      if (state === 'foreign') throw new EngineError(foreign);
      if (state !== 'under_way') await this.#mend(task, requestId);
    }
    await this.#parts.finisher.refreshRequest(requestId);
  }

  /** A workflow that is over although its task is not: begin another run, which the next call can carry on. */
  async #mend(task: TaskRow, requestId: string): Promise<void> {
    const current = await this.#parts.stores.tasks.byId(task.id);
    if (current === undefined || !underWay.includes(current.status) || current.run !== task.run) return;
    const rerun = await this.#parts.database.transaction((connection) =>
      this.#parts.stores.tasks.rerun(current, current.status, null, connection),
    );
    if (!rerun) return;
    throw new EngineError(
      `The work was stopped by a failure of the database or of this program. Nothing is lost: dsr request wait ${requestId} tries again.`,
    );
  }

  /** Asking for a request that failed for a passing reason means: try again, unless its connection was removed. */
  async #retryFailed(request: RequestRow): Promise<void> {
    if (!withFailures.includes(request.status) || request.expired_at !== null) return;
    const { database, finisher, requests, stores } = this.#parts;
    await database.transaction(async (connection) => {
      await retryTasks(request.id, failedEnds, stores, connection);
      await requests.holdUnexpired(request.id, connection);
      await finisher.refresh(request.id, connection);
    });
  }
}
