import type { WitnessedCall } from '../connections/witnessed-calls.js';
import type { Database, Queryable } from './database.js';

/** Asking a vendor to erase something, or looking whether it is gone. */
export type ErasureStepName = 'erase' | 'verify';

/** How often such a step of one piece of work ended so, and the vendor calls of the last time. */
export interface ErasureStepRow {
  readonly task_id: string;
  readonly work_id: number;
  readonly step: ErasureStepName;
  /** The word of the outcome, or the code of the error. */
  readonly outcome: string;
  readonly count: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly calls: readonly WitnessedCall[];
}

/** A step that just ended. */
export interface EndedErasureStep {
  readonly taskId: string;
  readonly workId: number;
  readonly step: ErasureStepName;
  readonly outcome: string;
  readonly calls: readonly WitnessedCall[];
}

/** What vendors were asked and what they answered while something was erased: the evidence that receipts rest on. */
export class ErasureJournal {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Steps that end alike share a row: looks go on for weeks. By the database's clock, for those of workers differ; one that was set
   * back dates no step before those that it follows.
   */
  async record(step: EndedErasureStep, connection: Queryable): Promise<void> {
    await connection.query(
      `with ended as (
         select greatest(date_trunc('milliseconds', clock_timestamp()), max(last_at)) as at
         from dsr.erasure_step where task_id = $1 and work_id = $2
       )
       insert into dsr.erasure_step (task_id, work_id, step, outcome, first_at, last_at, calls)
       select $1, $2, $3, $4, at, at, $5 from ended
       on conflict (task_id, work_id, step, outcome)
       do update set count = erasure_step.count + 1, last_at = excluded.last_at, calls = excluded.calls, place = excluded.place`,
      [step.taskId, step.workId, step.step, step.outcome, JSON.stringify(step.calls)],
    );
  }

  /** In the order in which they ended last. */
  async ofTasks(
    taskIds: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<readonly ErasureStepRow[]> {
    const { rows } = await connection.query<ErasureStepRow>(
      `select task_id, work_id, step, outcome, count, first_at, last_at, calls from dsr.erasure_step
       where task_id = any($1::uuid[]) order by work_id, place`,
      [taskIds],
    );
    return rows;
  }
}
