import type { Outcome } from '@privacy-connectors/core';
import type { Database, Queryable } from './database.js';
import type { WorkKind } from './work-store.js';

/** Counts of a task's work that ended with an outcome. */
export interface OutcomeRow {
  readonly task_id: string;
  readonly resource: string;
  readonly kind: WorkKind;
  readonly outcome: Outcome;
  readonly count: number;
}

/** How far a task's work of one kind got. */
export interface ProgressRow {
  readonly task_id: string;
  readonly kind: WorkKind;
  readonly resource: string;
  readonly done: number;
}

/** What became of the work of tasks, counted. */
export class WorkResults {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async outcomes(
    taskIds: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<readonly OutcomeRow[]> {
    const { rows } = await connection.query<OutcomeRow>(
      `select task_id, resource, kind, outcome, sum(count)::int as count from dsr.work
       where task_id = any($1::uuid[]) and outcome is not null
       group by task_id, resource, kind, outcome order by min(id)`,
      [taskIds],
    );
    return rows;
  }

  async progress(taskIds: readonly string[]): Promise<readonly ProgressRow[]> {
    const { rows } = await this.#database.query<ProgressRow>(
      `select task_id, kind, resource, sum(done)::int as done from dsr.work
       where task_id = any($1::uuid[]) group by task_id, kind, resource order by min(id)`,
      [taskIds],
    );
    return rows;
  }
}
