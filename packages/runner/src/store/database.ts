import pg from 'pg';
import { pauseBeforeTry, tryLock } from './advisory-lock.js';
import { databaseFailure } from './database-failure.js';
import type { Queryable, QueryResult, SqlValue } from './queryable.js';
import { runQuery } from './run-query.js';
import { sqlTypes } from './sql-types.js';
import { inTransaction, type Isolation } from './transaction.js';
import { TransactionScope } from './transaction-scope.js';

export type { Queryable, QueryResult, SqlValue } from './queryable.js';
export { SqlError } from './sql-error.js';

const connectTimeoutMilliseconds = 5_000;
const freeConnectionTimeoutMilliseconds = 60_000;
const idleTimeoutMilliseconds = 10_000;
const largestPool = 10;
/** Locks are held on connections of their own: what runs under them takes others beside, and may wait for a vendor. */
const mostLocks = 10;

/**
 * Our PostgreSQL: a pool of connections whose errors carry no values. Within a transaction the pool gives no other connection,
 * but throws a MisuseError.
 */
export class Database implements Queryable {
  readonly #pool: pg.Pool;
  readonly #locks: pg.Pool;
  readonly #scope = new TransactionScope();
  #holders = 0;

  private constructor(pool: pg.Pool, locks: pg.Pool) {
    this.#pool = pool;
    this.#locks = locks;
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
    const pool = createPool(url, largestPool);
    const locks = createPool(url, mostLocks);
    for (const each of [pool, locks]) each.on('error', (error) => options.onError?.(databaseFailure(error)));
    try {
      await pool.query('select 1');
      return new Database(pool, locks);
    } catch (error) {
      await pool.end();
      throw databaseFailure(error);
    }
  }

  async query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<QueryResult<Row>> {
    this.#scope.assertOutside();
    return runQuery<Row>(this.#pool, sql, values);
  }

  /** Runs `work` in one transaction (read committed): all of it is kept, or, when it throws, nothing. */
  transaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
    return this.#within(this.#pool, 'read committed', work);
  }

  /** Runs `reads` on one state of the database: none of them sees what is committed after the first. */
  snapshot<T>(reads: (connection: Queryable) => Promise<T>): Promise<T> {
    return this.#within(this.#pool, 'repeatable read read only', reads);
  }

  async #within<T>(
    pool: pg.Pool,
    isolation: Isolation,
    work: (connection: Queryable) => Promise<T>,
  ): Promise<T> {
    this.#scope.assertOutside();
    return inTransaction(pool, isolation, (connection) => this.#scope.run(() => work(connection)));
  }

  /** Begins what goes on by itself, on connections of its own, and is no part of the transaction it is called in. */
  apart<T>(work: () => T): T {
    return this.#scope.leave(work);
  }

  /**
   * Runs `work` while nobody else, in any process, runs one with the same `lockKey`. It commits what it changes by itself, in
   * transactions of its own. Waiting holds no connection, so that waiters cannot starve the holder of the pool.
   * @throws the signal's reason when it is aborted while waiting; `work` looks after the signal itself.
   */
  async exclusively<T>(lockKey: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      signal.throwIfAborted();
      const done = this.#holders < mostLocks ? await this.#unlessLocked(lockKey, work) : undefined;
      if (done) return done.result;
      await pauseBeforeTry(attempt, signal);
    }
  }

  /** Undefined, and nothing done, when somebody else has the lock. */
  async #unlessLocked<T>(
    lockKey: string,
    work: () => Promise<T>,
  ): Promise<{ readonly result: T } | undefined> {
    this.#holders += 1;
    try {
      return await this.#within(this.#locks, 'read committed', async (connection) =>
        (await tryLongLock(connection, lockKey)) ? { result: await this.apart(work) } : undefined,
      );
    } finally {
      this.#holders -= 1;
    }
  }

  /** Waits for running statements and closes all connections. May be called again. */
  async close(): Promise<void> {
    for (const pool of [this.#pool, this.#locks]) if (!pool.ending) await pool.end();
  }
}

/** Work under such a lock may call a vendor, which takes longer than statements may be apart otherwise. */
async function tryLongLock(connection: Queryable, lockKey: string): Promise<boolean> {
  if (!(await tryLock(connection, lockKey))) return false;
  await connection.query(`set local idle_in_transaction_session_timeout = '2min'`);
  return true;
}

/** @throws DatabaseError when the URL is malformed. */
function createPool(url: string, max: number): pg.Pool {
  try {
    return new pg.Pool({
      connectionString: url,
      Client: ImpatientClient,
      max,
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
