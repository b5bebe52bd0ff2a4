import type pg from 'pg';
import { databaseFailure } from './database-failure.js';
import type { QueryResult, SqlValue } from './queryable.js';

/** Sends one statement; failures arrive without values. */
export async function runQuery<Row extends object>(
  target: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly SqlValue[],
): Promise<QueryResult<Row>> {
  try {
    const { rows, rowCount } = await target.query<Row>(sql, [...values]);
    return { rows, rowCount: rowCount ?? 0 };
  } catch (error) {
    throw databaseFailure(error);
  }
}
