import type { Queryable } from './queryable.js';

/**
 * Holds a request's row to the end of the transaction, against everybody else who does or who changes it. What refers to the
 * row may still be added: those who did want to hold it next, and a stronger lock would have two of them wait for each
 * other. Order of locks: docs/adr/0018-workers.md.
 */
export async function holdRequest(id: string, connection: Queryable): Promise<void> {
  await connection.query('select 1 from dsr.request where id = $1 for no key update', [id]);
}
