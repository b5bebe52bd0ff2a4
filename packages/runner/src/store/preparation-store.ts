import type { TaskStatus } from '../application/views/task-view.js';
import type { Database, Queryable } from './database.js';

/** How far a task is with finding and planning. */
export interface PreparingTask {
  readonly id: string;
  readonly status: TaskStatus;
  /** Whether its run has begun to search, or has work of any kind: what was claimed just now has neither. */
  readonly begun: boolean;
  /** Milliseconds until its next piece of finding or planning is due; null when none is left. */
  readonly wait: number | null;
}

const due = `task_id = $1 and state = 'due'`;

/** Finding and planning, which come before everything else. */
export class PreparationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** True while the task is still searching for the person's things. */
  async isLocating(taskId: string, connection: Queryable = this.#database): Promise<boolean> {
    const sql = `select 1 from dsr.work where ${due} and kind = 'locate' limit 1`;
    return (await connection.query(sql, [taskId])).rowCount > 0;
  }

  /** True while the task is still to be planned. */
  async isPlanning(taskId: string): Promise<boolean> {
    const sql = `select 1 from dsr.work where ${due} and kind in ('locate', 'plan') limit 1`;
    return (await this.#database.query(sql, [taskId])).rowCount > 0;
  }

  /** True when a search ended without finding out whether there is something. */
  async failedToLocate(taskId: string, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      `select 1 from dsr.work where task_id = $1 and kind = 'locate' and state = 'ended'
         and outcome->>'outcome' in ('failed', 'blocked') limit 1`,
      [taskId],
    );
    return rowCount > 0;
  }

  /** Forgets plans under way and what earlier ones came to: another one is made. */
  async forgetPlans(taskId: string, connection: Queryable): Promise<void> {
    await connection.query(
      `delete from dsr.work where task_id = $1 and kind = 'plan' and (state = 'due' or outcome is not null)`,
      [taskId],
    );
  }

  /** Forgets what finding and planning came to: a new run does both anew. */
  async beginAnew(taskId: string, connection: Queryable): Promise<void> {
    await connection.query(
      `delete from dsr.work where task_id = $1 and kind in ('locate', 'plan') and state = 'ended' and outcome is not null`,
      [taskId],
    );
  }

  /** How far each task of a request is that was not cancelled. */
  async ofRequest(
    requestId: string,
    connection: Queryable = this.#database,
  ): Promise<readonly PreparingTask[]> {
    const { rows } = await connection.query<PreparingTask>(
      `select task.id, task.status,
         exists (select 1 from dsr.search where search.task_id = task.id and search.run = task.run)
         or exists (select 1 from dsr.work where work.task_id = task.id and work.state = 'due') as begun,
       (
         select (extract(epoch from min(not_before) - now()) * 1000)::float8 from dsr.work
         where work.task_id = task.id and work.state = 'due' and work.kind in ('locate', 'plan')
       ) as wait
       from dsr.task where request_id = $1 and status <> 'cancelled'`,
      [requestId],
    );
    return rows;
  }
}
