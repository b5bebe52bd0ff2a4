import { AuditLog } from '../../src/audit/audit-log.js';
import { Tallies } from '../../src/audit/tallies.js';
import type { Database } from '../../src/store/database.js';

/** Calls to vendors as an entry of the audit log tells them, without its time. */
export interface CallsEntry {
  readonly actor: string;
  readonly details: { readonly counts: readonly string[]; readonly [subject: string]: unknown };
}

/** Moves the calls that were counted into the audit log. @returns the entries that they make. */
export async function settleCalls(database: Database): Promise<readonly CallsEntry[]> {
  const { rows: heads } = await database.query<{ seq: number }>(
    'select coalesce(max(seq), 0) as seq from dsr.audit_entry',
  );
  await new Tallies(database, new AuditLog(database)).settle(0);
  const { rows } = await database.query<CallsEntry>(
    `select actor, details - 'since' - 'count' as details from dsr.audit_entry
     where seq > $1 and action = 'vendor.called' order by seq`,
    [heads[0]?.seq ?? 0],
  );
  return rows;
}
