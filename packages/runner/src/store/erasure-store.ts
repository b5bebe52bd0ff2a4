import type { Outcome } from '@privacy-connectors/core';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';
import { type NewWork, sealPayload, type Work, workKey } from './work-store.js';

const goodEnds = ['deleted', 'redacted', 'not_found', 'retained'];

/** An erasure and what became of it. */
export interface ErasureRow {
  readonly id: number;
  readonly task_id: string;
  readonly key: Buffer;
  readonly resource: string;
  readonly count: number;
  /** Null when nothing did. */
  readonly outcome: Outcome | null;
  /** When a call was announced that was not clearly turned down. */
  readonly sent_at: Date | null;
  /** Whether it ended when steps were not recorded yet. */
  readonly unwitnessed: boolean;
}

/** Erasures: which of them may be sent, and which were. */
export class ErasureStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All erasures of tasks, in the order of planning. */
  async ofTasks(taskIds: readonly string[]): Promise<readonly ErasureRow[]> {
    const { rows } = await this.#database.query<ErasureRow>(
      `select id, task_id, key, resource, count, outcome, sent_at, unwitnessed from dsr.work
       where task_id = any($1::uuid[]) and kind = 'erase' order by id`,
      [taskIds],
    );
    return rows;
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

  /** Erasures that ended before this run, by the hexadecimal of their key: when they were sent, null for never. */
  async endedBefore(
    taskId: string,
    run: number,
    connection: Queryable,
  ): Promise<ReadonlyMap<string, Date | null>> {
    const { rows } = await connection.query<{ key: Buffer; sent_at: Date | null }>(
      `select key, sent_at from dsr.work
       where task_id = $1 and kind = 'erase' and state = 'ended' and plan_run is distinct from $2`,
      [taskId, run],
    );
    return new Map(rows.map(({ key, sent_at }) => [key.toString('hex'), sent_at]));
  }

  /** Makes an erasure that ended due again as of now, as today's plan has it. When it was sent stays known. */
  async renew(taskId: string, box: Box, work: NewWork, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.work set state = 'due', payload = $3, count = $4, stage = $5, done = 0, outcome = null, attempts = 0,
         not_before = now(), created_at = now()
       where task_id = $1 and kind = 'erase' and key = $2`,
      [taskId, workKey(box, work), sealPayload(box, taskId, work), work.count ?? 1, work.stage ?? 0],
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

  /** Erasures of lower stages of the same plan: whether one is left to do, and whether one did not end well. */
  async lowerStages(work: Work): Promise<{ readonly open: boolean; readonly failed: boolean }> {
    const { rows } = await this.#database.query<{ open: boolean; failed: boolean }>(
      `select count(*) filter (where state = 'due') > 0 as open,
         count(*) filter (where state = 'ended' and not (outcome->>'outcome' = any($4))) > 0 as failed
       from dsr.work where task_id = $1 and kind = 'erase' and stage < $2 and plan_run = $3`,
      [work.taskId, work.stage, work.planRun, goodEnds],
    );
    return rows[0] ?? { open: false, failed: false };
  }
}
