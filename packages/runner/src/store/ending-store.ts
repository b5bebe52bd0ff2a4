import type { AliveReason } from '../application/views/connection-view.js';
import type { DataKeys } from '../vault/data-keys.js';
import { connectionColumns, type ConnectionRow } from './connection-store.js';
import type { Database, Queryable } from './database.js';
import { holdScans } from './void-scans.js';

/** Minutes between the first two tries to end a connection at its vendor; doubled with each, up to a day. */
const firstPauseMinutes = 1;
const longestPauseMinutes = 1440;

/** A try is over by then, or its process is dead. */
const pause = `make_interval(mins => least(${longestPauseMinutes}, ${firstPauseMinutes} * (2 ^ least(end_tries, 20))::int))`;

const isEnding = 'removed_at is not null and tokens is not null';

/** Connections that were removed here, and whose credentials the vendor may still accept. */
export class EndingStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async list(): Promise<readonly ConnectionRow[]> {
    const sql = `select ${connectionColumns} from dsr.connection where ${isEnding} order by name, removed_at`;
    return (await this.#database.query<ConnectionRow>(sql)).rows;
  }

  /** All of a name, which is free again as soon as one is removed; the last one first. */
  async ofName(name: string): Promise<readonly ConnectionRow[]> {
    const { rows } = await this.#database.query<ConnectionRow>(
      `select ${connectionColumns} from dsr.connection where ${isEnding} and name = $1 order by removed_at desc`,
      [name],
    );
    return rows;
  }

  /** Takes a connection out of use. Its credentials stay sealed, for the tries to end it. */
  async begin(id: string, connection: Queryable): Promise<void> {
    await holdScans(id, connection);
    await connection.query('delete from dsr.scan where connection_id = $1', [id]);
    await connection.query('delete from dsr.scan_entry where connection_id = $1', [id]);
    await connection.query(
      `update dsr.connection set removed_at = now(), end_next_try = now() + ${pause} where id = $1`,
      [id],
    );
  }

  /** One whose next try is due; nobody else gets it before the try after that. */
  async takeDue(): Promise<ConnectionRow | undefined> {
    const { rows } = await this.#database.query<ConnectionRow>(
      `update dsr.connection set end_tries = end_tries + 1, end_next_try = now() + ${pause}
       where id = (
         select id from dsr.connection where end_next_try <= now() order by end_next_try limit 1
         for update skip locked)
       returning ${connectionColumns}`,
    );
    return rows[0];
  }

  /** False, and nothing done, when that was known. */
  async noteAlive(id: string, reason: AliveReason, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      `update dsr.connection set alive_reason = $2
       where id = $1 and ${isEnding} and alive_reason is distinct from $2`,
      [id, reason],
    );
    return rowCount > 0;
  }

  /**
   * Forgets the credentials for good: the data key they are sealed with is destroyed. `isDead`: the vendor refuses them.
   * False, and nothing done, when somebody else was first.
   */
  async end(id: string, isDead: boolean, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      `update dsr.connection set tokens = null, client_secret = null, end_next_try = null,
         dead_at = case when $2 then now() end, alive_reason = case when $2 then null else alive_reason end
       where id = $1 and ${isEnding}`,
      [id, isDead],
    );
    if (rowCount > 0) await this.#keys.destroy('connection', id, connection);
    return rowCount > 0;
  }
}
