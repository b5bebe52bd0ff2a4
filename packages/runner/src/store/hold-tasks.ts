import type { Queryable } from './queryable.js';

/** Holds the rows of all tasks of a request to the end of the transaction, in the order in which everybody takes them. */
export async function holdTasks(requestId: string, connection: Queryable): Promise<void> {
  await connection.query('select 1 from dsr.task where request_id = $1 order by position for no key update', [
    requestId,
  ]);
}
