import type { Queryable } from '../store/database.js';
import type { SweptRows } from './swept-tables.js';

/** Rows that one statement deletes, so that none holds its locks for long. */
const atOnce = 1_000;

/**
 * Deletes these rows of a request, a batch in each statement, until none is left or the signal is aborted.
 * @returns whether none is left.
 */
export async function deleteRows(
  database: Queryable,
  requestId: string,
  all: readonly SweptRows[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const rows of all) {
    let deleted = atOnce;
    while (deleted === atOnce) {
      if (signal.aborted) return false;
      deleted = await deleteBatch(database, requestId, rows);
    }
  }
  return true;
}

async function deleteBatch(
  database: Queryable,
  requestId: string,
  { table, where }: SweptRows,
): Promise<number> {
  const { rowCount } = await database.query(
    `delete from dsr.${table} where ctid = any(array(select ctid from dsr.${table} where ${where} limit ${atOnce}))`,
    [requestId],
  );
  return rowCount;
}
