import type { Json } from '@privacy-connectors/core';
import type { ErrorDescription } from '@privacy-connectors/core/errors';
import type { AuthorizationStatus } from '../application/views/authorization-view.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { Database, Queryable } from './database.js';

/** An authorisation without its secrets. */
export interface AuthorizationRow {
  readonly id: string;
  readonly connection_name: string;
  readonly status: AuthorizationStatus;
  readonly error: ErrorDescription | null;
  readonly expires_at: Date;
}

/** What is known of an authorisation when it starts. */
export interface NewAuthorizationRow {
  readonly id: string;
  /** SHA-256 of the state: whoever reads the database cannot answer for the vendor. */
  readonly stateDigest: Buffer;
  readonly startedBy: string;
  readonly connectionName: string;
  readonly content: Json;
}

/** An authorisation whose state came back; nobody else gets it. */
export interface TakenAuthorization {
  readonly id: string;
  readonly startedBy: string;
  readonly content: Json;
}

const context = 'authorization.content';

/** Minutes in which a person can authorise. */
const patience = 10;

/** One under way is given up later: the vendor and the check of the connection take their time. */
const isOver = `(status = 'pending' and expires_at <= now()
  or status = 'exchanging' and expires_at <= now() - interval '5 minutes')`;

/** Authorisations that wait for a browser. Their secrets are sealed under a data key of their own, which ends with the wait. */
export class AuthorizationStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async insert(row: NewAuthorizationRow, connection: Queryable): Promise<AuthorizationRow> {
    await this.#keys.create('authorization', row.id, connection);
    const box = await this.#keys.box('authorization', row.id, connection);
    const { rows } = await connection.query<AuthorizationRow>(
      `insert into dsr.authorization (id, state_digest, started_by, connection_name, status, content, expires_at)
       values ($1, $2, $3, $4, 'pending', $5, now() + make_interval(mins => $6))
       returning id, connection_name, status, error, expires_at`,
      [
        row.id,
        row.stateDigest,
        row.startedBy,
        row.connectionName,
        box.sealJson(context, row.content),
        patience,
      ],
    );
    const [stored] = rows;
    if (!stored) throw new Error('An insert returned no row.');
    return stored;
  }

  /** An authorisation of this starter; nobody else's is found. */
  async ofStarter(id: string, startedBy: string): Promise<AuthorizationRow | undefined> {
    const { rows } = await this.#database.query<AuthorizationRow>(
      `select id, connection_name, case when ${isOver} then 'expired' else status end as status, error, expires_at
       from dsr.authorization where id::text = $1 and started_by = $2`,
      [id, startedBy],
    );
    return rows[0];
  }

  /** Takes the authorisation of a state, once: its secrets are gone from the database before they are used. */
  async take(stateDigest: Buffer, connection: Queryable): Promise<TakenAuthorization | undefined> {
    const { rows } = await connection.query<{ id: string; started_by: string; content: Buffer }>(
      `select id, started_by, content from dsr.authorization
       where state_digest = $1 and status = 'pending' and expires_at > now() for update`,
      [stateDigest],
    );
    const [row] = rows;
    if (!row) return undefined;
    const content = (await this.#keys.box('authorization', row.id, connection)).openJson(
      context,
      row.content,
    );
    await this.#forget(row.id, 'exchanging', connection);
    return { id: row.id, startedBy: row.started_by, content };
  }

  async end(id: string, error: ErrorDescription | null, connection: Queryable): Promise<void> {
    await connection.query('update dsr.authorization set status = $2, error = $3 where id = $1', [
      id,
      error === null ? 'completed' : 'failed',
      error === null ? null : JSON.stringify(error),
    ]);
  }

  /** Forgets the secrets of those that nobody completed in time. */
  async forgetExpired(connection: Queryable): Promise<void> {
    const { rows } = await connection.query<{ id: string }>(
      `select id from dsr.authorization where status in ('pending', 'exchanging') and ${isOver} for update skip locked`,
    );
    for (const { id } of rows) await this.#forget(id, 'expired', connection);
  }

  /** Deletes those that were over before `cutoff`. */
  async deleteEnded(cutoff: Date): Promise<void> {
    await this.#database.query(
      `delete from dsr.authorization where status in ('completed', 'failed', 'expired') and expires_at <= $1`,
      [cutoff],
    );
  }

  async #forget(id: string, status: AuthorizationStatus, connection: Queryable): Promise<void> {
    const sql = 'update dsr.authorization set status = $2, content = null where id = $1';
    await connection.query(sql, [id, status]);
    await this.#keys.destroy('authorization', id, connection);
  }
}
