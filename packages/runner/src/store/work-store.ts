import type { Json, Outcome } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
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
  readonly stage: number;
}

/** New work. `key` makes it unique within task, kind and resource: adding it again changes nothing. */
export interface NewWork {
  readonly kind: WorkKind;
  readonly resource: string;
  readonly key: string;
  readonly payload: Json;
  /** Records the work stands for. */
  readonly count?: number;
  /** Of an erasure: it waits for those of lower stages. */
  readonly stage?: number;
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
    const keys = works.map((work) => workKey(box, work));
    await connection.query(
      `insert into dsr.work (task_id, priority, kind, resource, key, payload, count, stage)
       select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::int[], $8::int[])
       on conflict (task_id, kind, resource, key) do nothing`,
      [
        taskId,
        works.map((work) => workKinds.indexOf(work.kind)),
        works.map((work) => work.kind),
        works.map((work) => work.resource),
        keys,
        works.map((work, index) => box.sealJson(context(taskId, keys[index]), work.payload)),
        works.map((work) => work.count ?? 1),
        works.map((work) => work.stage ?? 0),
      ],
    );
  }

  /** The next pieces of work, in the order of doing. `sends`: whether erasures may be sent now. */
  async due(taskId: string, box: Box, limit: number, sends: boolean): Promise<readonly Work[]> {
    const { rows } = await this.#database.query<WorkRow>(
      `select id, task_id, key, kind, resource, payload, attempts, sent_at, plan_run, stage from dsr.work
       where task_id = $1 and state = 'due' and not_before <= now() and ${unhindered('$3')}
       order by priority, id limit $2`,
      [taskId, limit, sends],
    );
    return rows.map(({ task_id, payload, sent_at, plan_run, ...work }) => ({
      ...work,
      taskId: task_id,
      payload: box.openJson(context(task_id, work.key), payload),
      sentAt: sent_at,
      planRun: plan_run,
    }));
  }

  /** When the next work is due, by the database's clock; null when nothing is left to do. `sends` as for {@link due}. */
  async nextDue(taskId: string, sends: boolean): Promise<NextDue | null> {
    const { rows } = await this.#database.query<{ at: Date | null; wait: number }>(
      `select min(not_before) as at, ceil(extract(epoch from min(not_before) - now()) * 1000)::float8 as wait
       from dsr.work where task_id = $1 and state = 'due' and ${unhindered('$2')}`,
      [taskId, sends],
    );
    const [row] = rows;
    return row === undefined || row.at === null ? null : { at: row.at, milliseconds: Math.max(0, row.wait) };
  }

  /** Before when nothing happens; null when something may now. Who waits for a scan waits as long as that pauses. */
  async waitingUntil(taskIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const { rows } = await this.#database.query<{ task_id: string; at: Date }>(
      `select task_id, min(case when kind = 'scan' then coalesce(scan.not_before, now()) else work.not_before end) as at
       from dsr.work join dsr.task on task.id = work.task_id
       left join dsr.scan on scan.connection_id = task.connection_id and scan.resource = work.resource
       left join (
         select task_id as of_task, min(stage) as lowest_stage from dsr.work
         where task_id = any($1::uuid[]) and kind = 'erase' and state = 'due' group by task_id
       ) as lowest on of_task = task_id
       where task_id = any($1::uuid[]) and state = 'due' and ${unhindered('true', 'lowest_stage')}
       group by task_id
       having min(case when kind = 'scan' then coalesce(scan.not_before, now()) else work.not_before end) > now()`,
      [taskIds],
    );
    return new Map(rows.map(({ task_id, at }) => [task_id, at]));
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

  /** Records outcomes that no work led to. */
  async addEnded(
    taskId: string,
    box: Box,
    kind: 'locate' | 'plan',
    ended: readonly { readonly resource: string; readonly count: number; readonly outcome: EndedOutcome }[],
    connection: Queryable,
  ): Promise<void> {
    for (const { resource, count, outcome } of ended) {
      const key = box.digest(`work:obstacle:${resource}:${canonicalJson({ ...outcome } as Json)}`);
      await connection.query(
        `insert into dsr.work (task_id, kind, resource, key, payload, count, state, outcome)
         values ($1, $7, $2, $3, $4, $5, 'ended', $6)
         on conflict (task_id, kind, resource, key) do update set count = excluded.count`,
        [
          taskId,
          resource,
          key,
          box.sealJson(context(taskId, key), null),
          count,
          JSON.stringify(outcome),
          kind,
        ],
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

  /** Forgets a piece of work. */
  async remove(id: number, connection: Queryable): Promise<void> {
    await connection.query('delete from dsr.work where id = $1', [id]);
  }
}

const lowestStage = `(select min(stage) from dsr.work where task_id = $1 and kind = 'erase' and state = 'due')`;

/**
 * Erasures go out stage by stage: one that was not sent yet waits until every erasure of a lower stage ended. `sends` is the
 * placeholder that tells whether any may go out, `lowest` the lowest stage of the task that is due.
 */
function unhindered(sends: string, lowest = lowestStage): string {
  return `(kind <> 'erase' or sent_at is not null or (${sends} and stage <= ${lowest}))`;
}

/** The keyed digest under which a piece of work is stored. */
export function workKey(box: Box, { kind, resource, key }: NewWork): Buffer {
  return box.digest(`work:${kind}:${resource}:${key}`);
}

/** What a piece of work is about, as it is stored. */
export function sealPayload(box: Box, taskId: string, work: NewWork): Buffer {
  return box.sealJson(context(taskId, workKey(box, work)), work.payload);
}

/** Binds a ciphertext to its row. */
function context(taskId: string, key: Buffer | undefined): string {
  return `work:${taskId}:${key?.toString('hex') ?? ''}`;
}
