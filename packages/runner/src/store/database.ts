import pg from 'pg';
import { pauseBeforeTry, tryLock } from './advisory-lock.js';
import { databaseFailure } from './database-failure.js';
import type { Queryable, QueryResult, SqlValue } from './queryable.js';
import { runQuery } from './run-query.js';
import { sqlTypes } from './sql-types.js';
import { inTransaction } from './transaction.js';

export type { Queryable, QueryResult, SqlValue } from './queryable.js';
export { SqlError } from './sql-error.js';

const connectTimeoutMilliseconds = 5_000;
const freeConnectionTimeoutMilliseconds = 60_000;
const idleTimeoutMilliseconds = 10_000;
const largestPool = 10;

/** Our PostgreSQL: a pool of connections whose errors carry no values. */
export class Database implements Queryable {
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /**
   * Opens the database at a `postgresql://` URL and checks that it answers. `onError` hears about idle connections that
   * broke; the pool replaces them by itself.
   * @throws DatabaseError that says what is wrong, without the URL.
   */
  static async open(
    url: string,
    options: { readonly onError?: (error: Error) => void } = {},
  ): Promise<Database> {
    const pool = createPool(url);
    pool.on('error', (error) => options.onError?.(databaseFailure(error)));
    try {
      await pool.query('select 1');
      return new Database(pool);
    } catch (error) {
      await pool.end();
      throw databaseFailure(error);
    }
  }

  query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<QueryResult<Row>> {
    return runQuery<Row>(this.#pool, sql, values);
  }

  /** Runs `work` in one transaction (read committed): all of it is kept, or, when it throws, nothing. */
  transaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
    return inTransaction(this.#pool, 'read committed', work);
  }

  /** Runs `reads` on one state of the database: none of them sees what is committed after the first. */
  snapshot<T>(reads: (connection: Queryable) => Promise<T>): Promise<T> {
    return inTransaction(this.#pool, 'repeatable read read only', reads);
  }

  /**
   * Runs `work` in a transaction while nobody else, in any process, runs one with the same `lockKey`. Waiting holds no
   * connection, so that waiters cannot starve the holder of the pool.
   * @throws the signal's reason when it is aborted while waiting; `work` looks after the signal itself.
   */
  async exclusively<T>(
    lockKey: string,
    signal: AbortSignal,
    work: (connection: Queryable) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      signal.throwIfAborted();
      const done = await this.transaction(async (connection) =>
        (await tryLongLock(connection, lockKey)) ? { result: await work(connection) } : undefined,
      );
      if (done) return done.result;
      await pauseBeforeTry(attempt, signal);
    }
  }

  /** Waits for running statements and closes all connections. May be called again. */
  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }
}

/** Work under such a lock may call a vendor, which takes longer than statements may be apart otherwise. */
async function tryLongLock(connection: Queryable, lockKey: string): Promise<boolean> {
  if (!(await tryLock(connection, lockKey))) return false;
  await connection.query(`set local idle_in_transaction_session_timeout = '2min'`);
  return true;
}

/** @throws DatabaseError when the URL is malformed. */
function createPool(url: string): pg.Pool {
  try {
    return new pg.Pool({
      connectionString: url,
      Client: ImpatientClient,
      max: largestPool,
      connectionTimeoutMillis: freeConnectionTimeoutMilliseconds,
      // A process that was paused or cut off within a transaction must not hold up the others with its locks.
      idle_in_transaction_session_timeout: idleTimeoutMilliseconds,
      keepAlive: true,
      types: sqlTypes,
    });
  } catch (error) {
    throw databaseFailure(error);
  }
}

/** The pool knows one time-out for two things: waiting for a free connection, which is long, and making one, which is short. */
class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: connectTimeoutMilliseconds });
  }
}
