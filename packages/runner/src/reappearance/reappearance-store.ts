import type { Identifier } from '@privacy-connectors/core';
import type { ReappearanceFinding, ReappearanceView } from '../application/views/reappearance-view.js';
import type { Database, Queryable } from '../store/database.js';
import { grouped } from '../store/grouped.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';

/** Minutes for which who takes a look has it for itself. */
const leaseMinutes = 10;

/** Somebody to look for again. */
export interface Watch {
  readonly id: string;
  readonly requestId: string;
  readonly taskId: string;
  readonly connectionId: string;
  /** What the person was searched by; null when that cannot be decrypted any more. */
  readonly subject: readonly Identifier[] | null;
  /** What was created later is not what was deleted. */
  readonly sentAt: Date;
  readonly confirmedAt: Date;
}

/** Somebody to look for from now on. */
export interface NewWatch extends Watch {
  /** The run of the task that ended with the deletion. */
  readonly run: number;
}

/** A look that is due. */
export interface DueLook extends Watch {
  /** When it was due first. */
  readonly dueAt: Date;
  /** Looks before this one. */
  readonly looks: number;
}

/** What a look found. */
export interface Findings {
  readonly finding: ReappearanceFinding;
  readonly things: number;
}

interface WatchRow {
  readonly id: string;
  readonly request_id: string;
  readonly task_id: string;
  readonly connection_id: string;
  readonly subject: Buffer;
  readonly sent_at: Date;
  readonly confirmed_at: Date;
  readonly next_look_at: Date;
  readonly looks: number;
}

interface ViewRow {
  readonly request_id: string;
  readonly name: string;
  readonly confirmed_at: Date;
  readonly looked_at: Date | null;
  readonly next_look_at: Date | null;
  readonly finding: ReappearanceFinding | null;
  readonly things: number;
}

const context = 'reappearance.subject';

/** Whom to look for again. Identifiers are sealed under a data key of the watch, which ends with its last look. */
export class ReappearanceStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  /**
   * Without a subject it is on record that nobody can look. It takes the place of the watch over an earlier run of the task.
   * False, and nothing added, when this run is watched already.
   */
  async add(watch: NewWatch, firstLookAt: Date, connection: Queryable): Promise<boolean> {
    const { rows } = await connection.query<{ id: string; run: number }>(
      'select id, run from dsr.reappearance where task_id = $1 for update',
      [watch.taskId],
    );
    const [known] = rows;
    if (known?.run === watch.run) return false;
    if (known !== undefined) await this.#end(known.id, connection);
    const sealed = await this.#seal(watch, connection);
    const first = sealed === null ? null : firstLookAt;
    await connection.query(
      `insert into dsr.reappearance (id, request_id, task_id, connection_id, subject, sent_at, confirmed_at, next_look_at, run, looked_at, finding)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $8::timestamptz is null then now() end,
         case when $8::timestamptz is null then 'not_looked' end)`,
      [
        watch.id,
        watch.requestId,
        watch.taskId,
        watch.connectionId,
        sealed,
        watch.sentAt,
        watch.confirmedAt,
        first,
        watch.run,
      ],
    );
    return true;
  }

  async #end(id: string, connection: Queryable): Promise<void> {
    await this.#keys.destroy('reappearance', id, connection);
    await connection.query('delete from dsr.reappearance where id = $1', [id]);
  }

  async #seal({ id, subject }: Watch, connection: Queryable): Promise<Buffer | null> {
    if (subject === null) return null;
    await this.#keys.create('reappearance', id, connection);
    const box = await this.#keys.box('reappearance', id, connection);
    return box.sealJson(context, subject);
  }

  /** Takes the look that is due for longest, so that nobody else does meanwhile. */
  async take(now: Date): Promise<DueLook | undefined> {
    const { rows } = await this.#database.query<WatchRow>(
      `update dsr.reappearance set not_before = $1::timestamptz + interval '${leaseMinutes} minutes'
       where id = (
         select id from dsr.reappearance where next_look_at <= $1::timestamptz and not_before <= $1::timestamptz
         order by next_look_at limit 1 for update skip locked
       )
       returning id, request_id, task_id, connection_id, subject, sent_at, confirmed_at, next_look_at, looks`,
      [now],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    return {
      id: row.id,
      requestId: row.request_id,
      taskId: row.task_id,
      connectionId: row.connection_id,
      subject: await this.#subjectOf(row).catch(unlessUnreadable),
      sentAt: row.sent_at,
      confirmedAt: row.confirmed_at,
      dueAt: row.next_look_at,
      looks: row.looks,
    };
  }

  async #subjectOf({ id, subject }: WatchRow): Promise<readonly Identifier[]> {
    const box = await this.#keys.box('reappearance', id);
    return box.openJson(context, subject) as unknown as readonly Identifier[];
  }

  /** The vendor could not be asked: later. */
  async postpone(id: string, until: Date): Promise<void> {
    await this.#database.query('update dsr.reappearance set not_before = $2 where id = $1', [id, until]);
  }

  /**
   * Records a look; what an earlier one found stays when this one finds nobody. Without a next one, what the person was searched
   * by is destroyed. False, and nothing changed, when somebody else recorded it.
   */
  async record(
    look: DueLook,
    { finding, things }: Findings,
    { now, next }: { readonly now: Date; readonly next: Date | null },
    connection: Queryable,
  ): Promise<boolean> {
    const found = things > 0;
    const { rowCount } = await connection.query(
      `update dsr.reappearance set looks = looks + 1, looked_at = $3::timestamptz,
         next_look_at = $4::timestamptz, not_before = coalesce($4::timestamptz, $3::timestamptz),
         finding = case when $5::boolean or things = 0 then $6::text else finding end,
         things = case when $5::boolean or things = 0 then $7::int else things end,
         subject = case when $4::timestamptz is null then null else subject end
       where id = $1 and looks = $2`,
      [look.id, look.looks, now, next, found, finding, things],
    );
    if (rowCount === 0) return false;
    if (next === null) await this.#keys.destroy('reappearance', look.id, connection);
    return true;
  }

  /** What is known of these requests, by their ids. */
  async views(requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReappearanceView[]>> {
    const { rows } = await this.#database.query<ViewRow>(
      `select reappearance.request_id, connection.name, confirmed_at, looked_at, next_look_at, finding, things
       from dsr.reappearance join dsr.connection on connection.id = reappearance.connection_id
       join dsr.task on task.id = reappearance.task_id
       where reappearance.request_id = any($1::uuid[]) order by task.position`,
      [requestIds],
    );
    const all = grouped(rows, (row) => row.request_id);
    return new Map([...all].map(([id, own]) => [id, own.map(viewOf)]));
  }
}

function viewOf(row: ViewRow): ReappearanceView {
  return {
    connection: row.name,
    deletedAt: row.confirmed_at.toISOString(),
    lookedAt: row.looked_at?.toISOString() ?? null,
    nextLookAt: row.next_look_at?.toISOString() ?? null,
    finding: row.finding,
    things: row.things,
  };
}
