import type { Json } from '@privacy-connectors/core';
import type { RequestFilter } from '../application/new-request.js';
import type { RequestStatus, RequestType, WidenedKind } from '../application/views/request-view.js';
import type { PurgeView } from '../application/views/retention-view.js';
import type { Regulation } from '../deadlines/regulation.js';
import type { GivenIdentifier } from '../identifiers/known-identifier.js';
import { ConflictError } from '../errors/runner-error.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { Database, Queryable } from './database.js';
import { holdRequest } from './hold-request.js';
import { requestConditions } from './request-filter.js';

/** A request without its data subject. */
export interface RequestRow {
  readonly id: string;
  readonly type: RequestType;
  readonly status: RequestStatus;
  readonly approved: boolean;
  readonly include_vendor_users: boolean;
  /** Kinds of which further ones that are found are searched for too. */
  readonly widen: readonly WidenedKind[];
  readonly received_at: Date;
  readonly regulation: Regulation;
  /** The deadline in force, extended or not. */
  readonly due_at: Date;
  /** The deadline before it was extended. */
  readonly first_due_at: Date | null;
  readonly extended_at: Date | null;
  /** Why it was extended; sealed under the request's data key. */
  readonly extension_reason: Buffer | null;
  readonly finished_at: Date | null;
  /** What ended before anything expired is kept as if it had ended then; null for all others. */
  readonly kept_from: Date | null;
  /** When what it found, and whom it is about, was destroyed. */
  readonly expired_at: Date | null;
  /** Because its time had come, or because the person asked for deletion. */
  readonly expired_by: 'time' | 'deletion' | null;
  /** Of a deletion that ended: what it took out of our own store, each time it ended. */
  readonly purge: PurgeView | null;
  /** Of an access request: a deletion of the same person takes it with it once it has ended and nobody holds it. */
  readonly purge_due: boolean;
  /** The actor who recorded it. */
  readonly created_by: string;
}

/** A data subject as it is sealed; an e-mail alone is how it was before migration 3. */
type Subject = { readonly identifiers: readonly GivenIdentifier[] } | { readonly email: string };

/** The columns of a {@link RequestRow}. */
export const requestColumns = `id, type, status, approved, include_vendor_users, widen, received_at, regulation, due_at, first_due_at,
  extended_at, extension_reason, finished_at, kept_from, expired_at, expired_by, purge, created_by,
  expired_at is null and exists (select from dsr.purge_due where purge_due.request_id = request.id) as purge_due`;

const smallestId = '00000000-0000-0000-0000-000000000000';
const largestId = smallestId.replaceAll('0', 'f');

/** Requests; the data subject is sealed under the request's own data key. */
export class RequestStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async insert(row: RequestRow, given: readonly GivenIdentifier[], connection: Queryable): Promise<void> {
    await this.#keys.create('request', row.id, connection);
    const box = await this.#keys.box('request', row.id, connection);
    await connection.query(
      `insert into dsr.request (id, type, status, subject, approved, include_vendor_users, widen, received_at, regulation, due_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        row.id,
        row.type,
        row.status,
        box.sealJson('request.subject', { identifiers: given } as unknown as Json),
        row.approved,
        row.include_vendor_users,
        row.widen,
        row.received_at,
        row.regulation,
        row.due_at,
        row.created_by,
      ],
    );
  }

  async list(filter: RequestFilter = {}): Promise<readonly RequestRow[]> {
    const { sql, values } = requestConditions(filter, new Date());
    const found = await this.#database.query<RequestRow>(
      `select ${requestColumns} from dsr.request where ${sql} order by received_at, id`,
      values,
    );
    return found.rows;
  }

  /** Requests whose id starts with `prefix`, at most two: enough to tell none, one and several. */
  async byPrefix(prefix: string): Promise<readonly RequestRow[]> {
    if (prefix.replaceAll(/[0-9a-f]/g, '0') !== smallestId.slice(0, prefix.length)) return [];
    const sql = `select ${requestColumns} from dsr.request where id between $1 and $2 order by id limit 2`;
    const bounds = [smallestId, largestId].map((id) => prefix + id.slice(prefix.length));
    return (await this.#database.query<RequestRow>(sql, bounds)).rows;
  }

  async byId(id: string): Promise<RequestRow | undefined> {
    const { rows } = await this.#database.query<RequestRow>(
      `select ${requestColumns} from dsr.request where id = $1`,
      [id],
    );
    return rows[0];
  }

  /** Holds the request's row, as `holdRequest` does, and tells its status. */
  async lock(id: string, connection: Queryable): Promise<RequestStatus | undefined> {
    const { rows } = await connection.query<{ status: RequestStatus }>(
      'select status from dsr.request where id = $1 for no key update',
      [id],
    );
    return rows[0]?.status;
  }

  /** Holds the request's row as `holdRequest` does. @throws ConflictError when it has expired meanwhile. */
  async holdUnexpired(id: string, connection: Queryable): Promise<void> {
    const { rows } = await connection.query<{ expired: boolean }>(
      'select expired_at is not null as expired from dsr.request where id = $1 for no key update',
      [id],
    );
    if (rows[0]?.expired !== false) throw new ConflictError('The request has expired just now.');
  }

  /** The same where it must still be at the end it was seen at; false, and nothing to rely on, when it went on since. */
  async holdEnded(seen: RequestRow, connection: Queryable): Promise<boolean> {
    const { id, status, finished_at: finishedAt } = seen;
    await holdRequest(id, connection);
    const { rowCount } = await connection.query(
      `select 1 from dsr.request
       where id = $1 and status = $2 and date_trunc('milliseconds', finished_at) is not distinct from $3`,
      [id, status, finishedAt],
    );
    return rowCount > 0;
  }

  /** The identifiers the request names. */
  async given(id: string): Promise<readonly GivenIdentifier[]> {
    const { rows } = await this.#database.query<{ subject: Buffer }>(
      'select subject from dsr.request where id = $1',
      [id],
    );
    const box = await this.#keys.box('request', id);
    const subject = box.openJson(
      'request.subject',
      rows[0]?.subject ?? Buffer.alloc(0),
    ) as unknown as Subject;
    return 'email' in subject
      ? [{ kind: 'email', namespace: null, value: subject.email }]
      : subject.identifiers;
  }

  /** False, and nothing changed, when the request has ended, its deadline has passed, or it was extended before. */
  async extend(
    id: string,
    extension: { readonly dueAt: Date; readonly reason: string; readonly now: Date },
    connection: Queryable,
  ): Promise<boolean> {
    const box = await this.#keys.box('request', id, connection);
    const { rowCount } = await connection.query(
      `update dsr.request
       set first_due_at = due_at, due_at = $2, extended_at = $3, extension_reason = $4, reminded_days = null
       where id = $1 and extended_at is null and finished_at is null and due_at >= $3`,
      [id, extension.dueAt, extension.now, box.sealJson('request.extension', extension.reason)],
    );
    return rowCount > 0;
  }

  async setStatus(
    id: string,
    status: RequestStatus,
    finishedAt: Date | null,
    connection: Queryable,
  ): Promise<void> {
    // More may be found to search by.
    await connection.query(
      `update dsr.request set status = $2, finished_at = $3,
         digested = case when $3::timestamptz is null then null else digested end
       where id = $1`,
      [id, status, finishedAt],
    );
  }
}
