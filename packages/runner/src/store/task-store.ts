import type { Json, NotCovered } from '@privacy-connectors/core';
import type { ErrorDescription } from '@privacy-connectors/core/errors';
import type { OutcomeView, TaskStatus } from '../application/views/task-view.js';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';
import { grouped } from './grouped.js';
import type { DeletionPlan } from './plan-pages.js';

/** One request on one connection. */
export interface TaskRow {
  readonly id: string;
  readonly request_id: string;
  readonly connection_id: string;
  readonly status: TaskStatus;
  /** Rises each time somebody takes the task over; an older holder may not commit any more. */
  readonly epoch: number;
  /** Rises with each approval and each retry; part of the workflow's id. */
  readonly run: number;
  /** Holders in a row that died without having committed anything. */
  readonly deaths: number;
  readonly plan_hash: string | null;
  readonly approved_hash: string | null;
  readonly plan_changed: string | null;
  readonly error: ErrorDescription | null;
  /** What became of it, once the request has expired. */
  readonly summary: readonly OutcomeView[] | null;
  /** What it came to; null before its end, and when it ended in a version that did not keep it. */
  readonly came_to: readonly OutcomeView[] | null;
  /** What its connector could not reach, of what the request is about; null when `came_to` is. */
  readonly not_covered: readonly NotCovered[] | null;
}

/** What worked on a task. */
export interface WorkingVersions {
  readonly connector: string;
  readonly vendorApi: string;
  readonly runner: string;
}

export const taskColumns =
  'id, request_id, connection_id, status, epoch, run, deaths, plan_hash, approved_hash, plan_changed, error, summary, came_to, not_covered';

/** Tasks and the plans of deletions. */
export class TaskStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async insert(
    task: {
      readonly id: string;
      readonly requestId: string;
      readonly connectionId: string;
      readonly position: number;
    },
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      `insert into dsr.task (id, request_id, connection_id, position, status) values ($1, $2, $3, $4, 'received')`,
      [task.id, task.requestId, task.connectionId, task.position],
    );
  }

  async ofRequest(requestId: string, connection: Queryable = this.#database): Promise<readonly TaskRow[]> {
    return (await this.ofRequests([requestId], connection)).get(requestId) ?? [];
  }

  /** The tasks of several requests, by the id of the request. */
  async ofRequests(
    requestIds: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<ReadonlyMap<string, readonly TaskRow[]>> {
    const { rows } = await connection.query<TaskRow>(
      `select ${taskColumns} from dsr.task where request_id = any($1::uuid[]) order by position`,
      [requestIds],
    );
    return grouped(rows, (row) => row.request_id);
  }

  async byId(id: string, connection: Queryable = this.#database): Promise<TaskRow | undefined> {
    const { rows } = await connection.query<TaskRow>(`select ${taskColumns} from dsr.task where id = $1`, [
      id,
    ]);
    return rows[0];
  }

  /** Keeps which versions work on a task; those that are known change nothing. */
  async noteVersions(id: string, versions: WorkingVersions, connection: Queryable): Promise<void> {
    await connection.query(
      'update dsr.task set versions = versions || $2::jsonb where id = $1 and not versions @> $2::jsonb',
      [id, JSON.stringify([versions])],
    );
  }

  /** All versions that worked on these tasks, in the order in which they began to. */
  async versionsOf(
    ids: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<ReadonlyMap<string, readonly WorkingVersions[]>> {
    const { rows } = await connection.query<{ id: string; versions: readonly WorkingVersions[] }>(
      'select id, versions from dsr.task where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, versions }) => [id, versions]));
  }

  async isOnRemovedConnection(id: string, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      `select 1 from dsr.task join dsr.connection on connection.id = task.connection_id
       where task.id = $1 and connection.removed_at is not null`,
      [id],
    );
    return rowCount > 0;
  }

  async unfinishedOn(connectionId: string, connection: Queryable): Promise<number> {
    const { rows } = await connection.query<{ count: number }>(
      `select count(*)::int as count from dsr.task where connection_id = $1 and status in ('received', 'running', 'awaiting_approval')`,
      [connectionId],
    );
    return rows[0]?.count ?? 0;
  }

  /** Requests with a task on the connection that have not ended, be that task over or not. */
  async unfinishedRequestsOn(connectionId: string, connection: Queryable): Promise<number> {
    const { rows } = await connection.query<{ count: number }>(
      `select count(distinct request.id)::int as count from dsr.task join dsr.request on request.id = task.request_id
       where task.connection_id = $1 and request.status in ('received', 'running', 'awaiting_approval')`,
      [connectionId],
    );
    return rows[0]?.count ?? 0;
  }

  async setStatus(
    id: string,
    status: TaskStatus,
    error: ErrorDescription | null,
    connection: Queryable,
  ): Promise<void> {
    await connection.query('update dsr.task set status = $2, error = $3 where id = $1', [
      id,
      status,
      error === null ? null : JSON.stringify(error),
    ]);
  }

  /** What went wrong last; shown with a task that did not complete. */
  async setError(id: string, error: ErrorDescription, connection: Queryable): Promise<void> {
    await connection.query('update dsr.task set error = $2 where id = $1', [id, JSON.stringify(error)]);
  }

  /** Cancels a task that has not ended. False when it ended in the meantime. */
  async cancel(id: string, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      `update dsr.task set status = 'cancelled', error = null
       where id = $1 and status in ('received', 'running', 'awaiting_approval')`,
      [id],
    );
    return rowCount > 0;
  }

  /**
   * Begins another run of a task that still has status `from`: it is due again under a new workflow id. Nothing happens when
   * somebody else was faster.
   */
  async rerun(
    task: TaskRow,
    from: TaskStatus,
    approvedHash: string | null,
    connection: Queryable,
  ): Promise<boolean> {
    const { rowCount } = await connection.query(
      `update dsr.task set run = run + 1, status = 'received', error = null, held_by = null, approved_hash = coalesce($4, approved_hash),
         came_to = null, not_covered = null, connector = null
       where id = $1 and status = $2 and run = $3`,
      [task.id, from, task.run, approvedHash],
    );
    return rowCount > 0;
  }

  async savePlan(
    id: string,
    plan: {
      readonly content: DeletionPlan;
      readonly hash: string;
      readonly changed: string | null;
      readonly approvedHash: string | null;
    },
    box: Box,
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      'update dsr.task set plan = $2, plan_hash = $3, plan_changed = $4, approved_hash = $5 where id = $1',
      [
        id,
        box.sealJson(`plan:${id}`, plan.content as unknown as Json),
        plan.hash,
        plan.changed,
        plan.approvedHash,
      ],
    );
  }

  async plan(id: string, box: Box, connection: Queryable = this.#database): Promise<DeletionPlan | null> {
    const sealed = (await this.sealedPlans([id], connection)).get(id);
    return sealed === undefined ? null : openPlan(id, sealed, box);
  }

  /** The plans of those tasks that have one, sealed. */
  async sealedPlans(
    ids: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<ReadonlyMap<string, Buffer>> {
    const { rows } = await connection.query<{ id: string; plan: Buffer }>(
      'select id, plan from dsr.task where id = any($1::uuid[]) and plan is not null',
      [ids],
    );
    return new Map(rows.map(({ id, plan }) => [id, plan]));
  }
}

/** Opens the plan of a task. @throws VaultError when it is not what was sealed. */
export function openPlan(taskId: string, sealed: Buffer, box: Box): DeletionPlan {
  return box.openJson(`plan:${taskId}`, sealed) as unknown as DeletionPlan;
}
