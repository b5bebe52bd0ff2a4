import type { Queryable } from './queryable.js';

/** Columns of a scan that is not under way. */
export const idle = 'lease_until = null, lost_reads = 0, progress = null, begun_at = null, ready_at = now()';

/** Holds all scans of a connection to the end of the transaction: whoever changes its index does so first. */
export async function holdScans(connectionId: string, connection: Queryable): Promise<void> {
  const sql = 'select 1 from dsr.scan where connection_id = $1 order by resource for update';
  await connection.query(sql, [connectionId]);
}

/** Forgets what the index covers, and the scan under way with it: what they saw may not be what is there. */
export async function voidScans(connectionId: string, connection: Queryable): Promise<void> {
  await holdScans(connectionId, connection);
  await connection.query(
    `update dsr.scan set reads = reads + 1, fresh_read = null, covered_since = null, covered_top = null, whole_at = null, ${idle}
     where connection_id = $1`,
    [connectionId],
  );
}
