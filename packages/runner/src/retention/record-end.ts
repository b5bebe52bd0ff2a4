import type { AuditLog } from '../audit/audit-log.js';
import type { Database, Queryable } from '../store/database.js';
import type { DataKeys } from '../vault/data-keys.js';
import { deleteRows } from './delete-rows.js';
import { recordRows } from './swept-tables.js';

const never = new AbortController().signal;

/** Ends the records of requests whose time is over; only what the audit log tells of them is left. */
export class RecordEnd {
  readonly #database: Database;
  readonly #keys: DataKeys;
  readonly #audit: AuditLog;

  constructor(database: Database, keys: DataKeys, audit: AuditLog) {
    this.#database = database;
    this.#keys = keys;
    this.#audit = audit;
  }

  /** Of requests that ended before `cutoff`, expired and are not held. @returns the number of requests. */
  async endDue(cutoff: Date, signal: AbortSignal): Promise<number> {
    for (let ended = 0; ; ended += 1) {
      const [request] = (await this.#database.query<{ id: string }>(nextSql, [cutoff])).rows;
      if (request === undefined || signal.aborted) return ended;
      await this.#database.transaction((connection) => this.#end(request.id, cutoff, connection));
    }
  }

  async #end(id: string, cutoff: Date, connection: Queryable): Promise<void> {
    // The row goes: nobody may refer to it any more.
    await connection.query('select 1 from dsr.request where id = $1 for update', [id]);
    const due = await connection.query<{ id: string }>(`${dueSql} and id = $2`, [cutoff, id]);
    if (due.rowCount === 0) return;
    const { rows } = await connection.query<{ id: string }>(
      'select id from dsr.legal_hold where request_id = $1',
      [id],
    );
    for (const hold of rows) await this.#keys.destroy('hold', hold.id, connection);
    await deleteRows(connection, id, recordRows, never);
    await this.#audit.append(
      { action: 'request.erased', actor: 'runner', details: { request: id } },
      connection,
    );
  }
}

/** Nobody looks for its subject any more, and its rows are swept. */
const dueSql = `
  select id from dsr.request where finished_at <= $1 and swept_at is not null and events_swept_at is not null
    and not exists (select from dsr.legal_hold where request_id = request.id and released_at is null)
    and not exists (select from dsr.reappearance where request_id = request.id and next_look_at is not null)`;
const nextSql = `${dueSql} order by finished_at limit 1`;
