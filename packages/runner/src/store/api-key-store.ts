import type { Role } from '../access/role.js';
import type { Queryable } from './queryable.js';

/** A key of the service, without what proves it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
}

/** What decides about a key that somebody presents. */
export interface KeyProof {
  readonly role: Role;
  readonly digest: Buffer;
  readonly valid: boolean;
  /** Whether the last use that is known is so long ago that this one should be recorded. */
  readonly unrecorded: boolean;
}

/** What is known of a key when it is stored. */
export interface NewKeyRow {
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
  readonly digest: Buffer;
  readonly createdBy: string;
  readonly expiresInDays: number;
}

const columns = 'id, role, name, created_at, created_by, expires_at, revoked_at, last_used_at';

/** A use is recorded when the last one that was is older; so a busy key writes once a minute. */
const isUnrecorded = `(last_used_at is null or last_used_at < now() - interval '1 minute')`;

/** Keys of the service. The database's clock decides whether one has expired. */
export class ApiKeyStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async insert(key: NewKeyRow, connection: Queryable): Promise<ApiKeyRow> {
    const { rows } = await connection.query<ApiKeyRow>(
      `insert into dsr.api_key (id, role, name, digest, created_by, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) returning ${columns}`,
      [key.id, key.role, key.name, key.digest, key.createdBy, key.expiresInDays],
    );
    const [row] = rows;
    if (!row) throw new Error('An insert returned no row.');
    return row;
  }

  async list(): Promise<readonly ApiKeyRow[]> {
    const sql = `select ${columns} from dsr.api_key order by created_at, id`;
    return (await this.#database.query<ApiKeyRow>(sql)).rows;
  }

  async byId(id: string, connection: Queryable = this.#database): Promise<ApiKeyRow | undefined> {
    const sql = `select ${columns} from dsr.api_key where id = $1`;
    return (await connection.query<ApiKeyRow>(sql, [id])).rows[0];
  }

  async proof(id: string): Promise<KeyProof | undefined> {
    const { rows } = await this.#database.query<KeyProof>(
      `select role, digest, revoked_at is null and expires_at > now() as valid, ${isUnrecorded} as unrecorded
       from dsr.api_key where id = $1`,
      [id],
    );
    return rows[0];
  }

  /** False when it was revoked before. */
  async revoke(id: string, connection: Queryable): Promise<boolean> {
    const sql = 'update dsr.api_key set revoked_at = now() where id = $1 and revoked_at is null';
    return (await connection.query(sql, [id])).rowCount > 0;
  }

  /**
   * Records a use. Whoever comes while another one does the same leaves it to them.
   * @returns whether it is the first of its day (UTC); false also when there was nothing to record.
   */
  async recordUse(id: string, connection: Queryable): Promise<boolean> {
    const { rows } = await connection.query<{ first: boolean }>(
      `with used as (
         select id, last_used_at from dsr.api_key where id = $1 and ${isUnrecorded} for update skip locked
       )
       update dsr.api_key as key set last_used_at = now() from used where key.id = used.id
       returning coalesce((used.last_used_at at time zone 'utc')::date < (now() at time zone 'utc')::date, true) as first`,
      [id],
    );
    return rows[0]?.first === true;
  }
}
