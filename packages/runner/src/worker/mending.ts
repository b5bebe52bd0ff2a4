import type { WorkflowEngine } from '../engine/workflow-engine.js';
import type { Database } from '../store/database.js';
import type { DispatchStore, DueTask } from '../store/dispatch-store.js';
import { awaken } from '../tasks/awakening.js';
import type { OpenSearches } from '../tasks/open-searches.js';
import type { TaskFinisher } from '../tasks/task-finisher.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Foreign } from './foreign.js';

/** Seconds for which a task that is due may stay untouched before somebody looks what became of it. */
const patience = 30;
/** Tasks and requests looked at in one turn. */
const handful = 20;

/** What mending works with. */
export interface MendingParts {
  readonly database: Database;
  readonly dispatches: DispatchStore;
  readonly stores: TaskStores;
  readonly searches: OpenSearches;
  readonly finisher: TaskFinisher;
}

/** Sees to what was left half done when a process died between two steps, or when the engine lost something. */
export class Mending {
  readonly #parts: MendingParts;
  readonly #engine: WorkflowEngine;
  readonly #foreign: Foreign;

  constructor(parts: MendingParts, engine: WorkflowEngine, foreign: Foreign) {
    this.#parts = parts;
    this.#engine = engine;
    this.#foreign = foreign;
  }

  async tasks(): Promise<void> {
    for (const task of await this.#parts.dispatches.overlooked(patience, handful)) {
      const state = await this.#engine.ensure(task);
      this.#foreign.note(task.id, state);
      if (state === 'broken' || state === 'ended') await this.#beginAgain(task);
      else await this.#parts.dispatches.touch([task]);
    }
  }

  async requests(): Promise<void> {
    for (const id of await this.#parts.dispatches.staleRequests(handful)) {
      await awaken(this.#parts, id);
      await this.#parts.finisher.refreshRequest(id);
    }
  }

  /** The workflow is over although its task is not: that counts as a death, so that it cannot go on for ever. */
  async #beginAgain({ id, run }: DueTask): Promise<void> {
    const { database, stores } = this.#parts;
    await database.transaction(async (connection) => {
      const task = await stores.tasks.byId(id, connection);
      if (task?.run !== run || !(await stores.tasks.rerun(task, task.status, null, connection))) return;
      await stores.holds.blame(id, connection);
    });
  }
}
