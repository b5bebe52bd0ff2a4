import type { Database } from '../../src/store/database.js';

/** What is left of the newest connection of a name: its credentials, their key, and when they were seen dead. */
export async function remainsOf(database: Database, name: string) {
  const { rows } = await database.query<{
    readonly id: string;
    readonly kept: boolean;
    readonly key: boolean;
    readonly dead_at: Date | null;
  }>(
    `select id, tokens is not null or client_secret is not null as kept, dead_at,
       exists (select from dsr.data_key where scope_id = connection.id::text and wrapped is not null) as key
     from dsr.connection where name = $1 order by created_at desc limit 1`,
    [name],
  );
  return rows[0];
}

/** The actions that the audit log has of it, in their order. */
export async function auditedOf(database: Database, name: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ action: string }>(
    `select action from dsr.audit_entry where details->>'connection' = $1 order by seq`,
    [(await remainsOf(database, name))?.id ?? ''],
  );
  return rows.map(({ action }) => action);
}
