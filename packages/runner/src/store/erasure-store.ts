import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';
import { type NewWork, type Work, workKey } from './work-store.js';

const goodEnds = ['deleted', 'redacted', 'not_found', 'retained'];

/** Erasures: which of them may be sent, and which were. */
export class ErasureStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Announces, at `at`, a call that must not be repeated blindly; null takes the announcement back. */
  async announce(id: number, at: Date | null, connection: Queryable): Promise<void> {
    await connection.query('update dsr.work set sent_at = $2 where id = $1', [id, at]);
  }

  /** Whether calls that cannot be called back were announced, and whether one of them has no outcome yet. */
  async sent(
    taskId: string,
    connection: Queryable = this.#database,
  ): Promise<{ readonly any: boolean; readonly open: boolean }> {
    const { rows } = await connection.query<{ any: boolean; open: boolean }>(
      `select count(*) > 0 as any, count(*) filter (where state = 'due') > 0 as open
       from dsr.work where task_id = $1 and sent_at is not null`,
      [taskId],
    );
    return rows[0] ?? { any: false, open: false };
  }

  /** Forgets erasures of an earlier plan that never went out. */
  async forgetUnsent(taskId: string, connection: Queryable): Promise<void> {
    await connection.query(
      `delete from dsr.work where task_id = $1 and kind = 'erase' and state = 'due' and sent_at is null`,
      [taskId],
    );
  }

  /** Marks the erasures that the plan of this run contains, and no others: only those may be sent. */
  async approve(
    taskId: string,
    box: Box,
    works: readonly NewWork[],
    run: number,
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      `update dsr.work set plan_run = case when key = any($2::bytea[]) then $3::int end
       where task_id = $1 and kind = 'erase'`,
      [taskId, works.map((work) => workKey(box, work)), run],
    );
  }

  /** True when this run has approved erasures already. */
  async hasApproved(taskId: string, run: number): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `select 1 from dsr.work where task_id = $1 and kind = 'erase' and plan_run = $2 limit 1`,
      [taskId, run],
    );
    return rowCount > 0;
  }

  /** True when an erasure of a lower stage of the same plan did not end well. */
  async lowerStageFailed(work: Work): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `select 1 from dsr.work where task_id = $1 and kind = 'erase' and stage < $2 and plan_run = $3
         and state = 'ended' and not (outcome->>'outcome' = any($4)) limit 1`,
      [work.taskId, work.stage, work.planRun, goodEnds],
    );
    return rowCount > 0;
  }
}
