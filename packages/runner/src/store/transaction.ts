import type pg from 'pg';
import { DatabaseError, MisuseError } from '../errors/runner-error.js';
import { databaseFailure } from './database-failure.js';
import { runQuery } from './run-query.js';
import type { Queryable, QueryResult, SqlValue } from './queryable.js';

/** The first is for changes: locks taken by one statement must make the next one see what their last holder committed. */
export type Isolation = 'read committed' | 'repeatable read read only';

/** Runs `work` between BEGIN and COMMIT; rolls back when it throws, and gives a connection that broke back as broken. */
export async function inTransaction<T>(
  pool: pg.Pool,
  isolation: Isolation,
  work: (connection: Queryable) => Promise<T>,
): Promise<T> {
  const transaction = await Transaction.begin(pool, isolation);
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

class Transaction implements Queryable {
  readonly #client: pg.PoolClient;
  #open = true;

  private constructor(client: pg.PoolClient) {
    this.#client = client;
    // The pool listens to idle connections only; an unheard error would end the process.
    client.on('error', ignore);
  }

  static async begin(pool: pg.Pool, isolation: Isolation): Promise<Transaction> {
    const client = await pool.connect().catch((error: unknown) => {
      throw databaseFailure(error);
    });
    const transaction = new Transaction(client);
    try {
      await client.query(`begin isolation level ${isolation}`);
      return transaction;
    } catch (error) {
      transaction.#release(true);
      throw databaseFailure(error);
    }
  }

  query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<QueryResult<Row>> {
    if (!this.#open)
      return Promise.reject(new MisuseError('This transaction has ended: await every statement within it.'));
    return runQuery<Row>(this.#client, sql, values);
  }

  async commit(): Promise<void> {
    const { command } = await this.#client.query('commit').catch((error: unknown) => {
      throw databaseFailure(error);
    });
    // PostgreSQL answers ROLLBACK, without an error, when an earlier statement had failed.
    if (command !== 'COMMIT')
      throw new DatabaseError('The database rolled a transaction back, for a statement in it had failed.');
    this.#release(false);
  }

  async rollback(): Promise<void> {
    const broken = await this.#client.query('rollback').then(
      () => false,
      () => true,
    );
    this.#release(broken);
  }

  #release(broken: boolean): void {
    this.#open = false;
    this.#client.off('error', ignore);
    this.#client.release(broken);
  }
}

function ignore(): void {
  // The statement that is under way, or the next one, reports the broken connection.
}
