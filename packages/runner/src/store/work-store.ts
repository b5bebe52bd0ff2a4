import type { Json, Outcome } from '@privacy-connectors/core';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';

/** What a piece of work does; the order is the order of doing. */
export const workKinds = ['locate', 'plan', 'erase', 'scan', 'read', 'open'] as const;
export type WorkKind = (typeof workKinds)[number];

/** One bounded piece of work of a task. `payload` holds refs, cursors and tickets. */
export interface Work {
  readonly id: number;
  readonly taskId: string;
  /** Keyed digest of kind, resource and what the work is about. */
  readonly key: Buffer;
  readonly kind: WorkKind;
  readonly resource: string;
  readonly payload: Json;
  readonly attempts: number;
  /** When a call that must not be repeated blindly was announced; null before. */
  readonly sentAt: Date | null;
  /** The run of the task whose plan contains this erasure; null for other work. */
  readonly planRun: number | null;
}

/** New work. `key` makes it unique within task, kind and resource: adding it again changes nothing. */
export interface NewWork {
  readonly kind: WorkKind;
  readonly resource: string;
  readonly key: string;
  readonly payload: Json;
  /** Records the work stands for. */
  readonly count?: number;
}

/** An outcome without ticket, as it is shown. */
export type EndedOutcome = Exclude<Outcome, { readonly outcome: 'pending' }>;

/** When work is due, and how many milliseconds from now that is. */
export interface NextDue {
  readonly at: Date;
  readonly milliseconds: number;
}

/** Where a piece of work goes on. */
export interface NextPlace {
  readonly payload: Json;
  /** What it got through since the last commit. */
  readonly done: number;
  /** Now, unless given. */
  readonly notBefore?: Date;
  /** What is shown meanwhile. */
  readonly outcome?: Outcome;
}

interface WorkRow extends Omit<Work, 'taskId' | 'payload' | 'sentAt' | 'planRun'> {
  readonly task_id: string;
  readonly payload: Buffer;
  readonly sent_at: Date | null;
  readonly plan_run: number | null;
}

/** The work of tasks, sealed under the request's data key. */
export class WorkStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(taskId: string, box: Box, works: readonly NewWork[], connection: Queryable): Promise<void> {
    if (works.length === 0) return;
    const keys = works.map((work) => keyOf(box, work));
    await connection.query(
      `insert into dsr.work (task_id, priority, kind, resource, key, payload, count)
       select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::int[])
       on conflict (task_id, kind, resource, key) do nothing`,
      [
        taskId,
        works.map((work) => workKinds.indexOf(work.kind)),
        works.map((work) => work.kind),
        works.map((work) => work.resource),
        keys,
        works.map((work, index) => box.sealJson(context(taskId, keys[index]), work.payload)),
        works.map((work) => work.count ?? 1),
      ],
    );
  }

  /** The next pieces of work, in the order of doing. */
  async due(taskId: string, box: Box, limit: number): Promise<readonly Work[]> {
    const { rows } = await this.#database.query<WorkRow>(
      `select id, task_id, key, kind, resource, payload, attempts, sent_at, plan_run from dsr.work
       where task_id = $1 and state = 'due' and not_before <= now() order by priority, id limit $2`,
      [taskId, limit],
    );
    return rows.map(({ task_id, payload, sent_at, plan_run, ...work }) => ({
      ...work,
      taskId: task_id,
      payload: box.openJson(context(task_id, work.key), payload),
      sentAt: sent_at,
      planRun: plan_run,
    }));
  }

  /** When the next work is due, by the database's clock; null when nothing is left to do. */
  async nextDue(taskId: string): Promise<NextDue | null> {
    const { rows } = await this.#database.query<{ at: Date | null; wait: number }>(
      `select min(not_before) as at, ceil(extract(epoch from min(not_before) - now()) * 1000)::float8 as wait
       from dsr.work where task_id = $1 and state = 'due'`,
      [taskId],
    );
    const [row] = rows;
    return row === undefined || row.at === null ? null : { at: row.at, milliseconds: Math.max(0, row.wait) };
  }

  /** Puts the next place (cursor, ticket) into a piece of work that goes on. `done` is what it got through so far. */
  async advance(work: Work, box: Box, next: NextPlace, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.work set state = 'due', payload = $2, done = done + $3, not_before = coalesce($4, now()), outcome = $5, attempts = 0 where id = $1`,
      [
        work.id,
        box.sealJson(context(work.taskId, work.key), next.payload),
        next.done,
        next.notBefore ?? null,
        next.outcome === undefined ? null : JSON.stringify(next.outcome),
      ],
    );
  }

  async end(id: number, done: number, outcome: EndedOutcome | null, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.work set state = 'ended', done = done + $2, outcome = $3 where id = $1`,
      [id, done, outcome === null ? null : JSON.stringify(outcome)],
    );
  }

  /** Nothing of the task is sent before `until`: the vendor asked for a pause. */
  async pauseAll(taskId: string, until: Date, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.work set not_before = greatest(not_before, $2) where task_id = $1 and state = 'due'`,
      [taskId, until],
    );
  }

  /** Parks work that failed for now. */
  async park(id: number, until: Date, connection: Queryable): Promise<void> {
    await connection.query('update dsr.work set not_before = $2, attempts = attempts + 1 where id = $1', [
      id,
      until,
    ]);
  }

  /** Announces, at `at`, a call that must not be repeated blindly; null takes the announcement back. */
  async announce(id: number, at: Date | null, connection: Queryable): Promise<void> {
    await connection.query('update dsr.work set sent_at = $2 where id = $1', [id, at]);
  }

  /** Whether calls that cannot be called back were announced, and whether one of them has no outcome yet. */
  async sent(
    taskId: string,
    connection: Queryable,
  ): Promise<{ readonly any: boolean; readonly open: boolean }> {
    const { rows } = await connection.query<{ any: boolean; open: boolean }>(
      `select count(*) > 0 as any, count(*) filter (where state = 'due') > 0 as open
       from dsr.work where task_id = $1 and sent_at is not null`,
      [taskId],
    );
    return rows[0] ?? { any: false, open: false };
  }

  /** Records outcomes that were known before any work began. */
  async addEnded(
    taskId: string,
    box: Box,
    ended: readonly { readonly resource: string; readonly count: number; readonly outcome: EndedOutcome }[],
    connection: Queryable,
  ): Promise<void> {
    for (const { resource, count, outcome } of ended) {
      const key = box.digest(`work:obstacle:${resource}:${outcome.outcome}`);
      await connection.query(
        `insert into dsr.work (task_id, kind, resource, key, payload, count, state, outcome)
         values ($1, 'plan', $2, $3, $4, $5, 'ended', $6)
         on conflict (task_id, kind, resource, key) do update set count = excluded.count, outcome = excluded.outcome`,
        [taskId, resource, key, box.sealJson(context(taskId, key), null), count, JSON.stringify(outcome)],
      );
    }
  }

  /** Ends all work that is still due with one outcome, as when the credentials died. */
  async endAllDue(taskId: string, outcome: EndedOutcome, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.work set state = 'ended', outcome = $2 where task_id = $1 and state = 'due'`,
      [taskId, JSON.stringify(outcome)],
    );
  }

  /** Marks the erasures that the plan of this run contains: only those may be sent. */
  async approveErasures(
    taskId: string,
    box: Box,
    works: readonly NewWork[],
    run: number,
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      `update dsr.work set plan_run = $3 where task_id = $1 and kind = 'erase' and key = any($2::bytea[])`,
      [taskId, works.map((work) => keyOf(box, work)), run],
    );
  }

  /** True while the task is still to be planned. */
  async isPlanning(taskId: string): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `select 1 from dsr.work where task_id = $1 and kind in ('locate', 'plan') and state = 'due' limit 1`,
      [taskId],
    );
    return rowCount > 0;
  }

  /** Forgets work that the plan no longer contains. */
  async remove(id: number, connection: Queryable): Promise<void> {
    await connection.query('delete from dsr.work where id = $1', [id]);
  }
}

function keyOf(box: Box, { kind, resource, key }: NewWork): Buffer {
  return box.digest(`work:${kind}:${resource}:${key}`);
}

/** Binds a ciphertext to its row. */
function context(taskId: string, key: Buffer | undefined): string {
  return `work:${taskId}:${key?.toString('hex') ?? ''}`;
}
