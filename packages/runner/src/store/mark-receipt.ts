import type { Queryable } from './database.js';

/**
 * Makes another version of a request's receipt due, in the transaction of what it is to tell. Before the audit log is written:
 * whoever issues a receipt holds its row first, and the log's lock last.
 */
export async function markReceipt(requestId: string, connection: Queryable): Promise<void> {
  await connection.query('select dsr.mark_receipt($1)', [requestId]);
}
