import type { Database } from '../../src/store/database.js';

/** What somebody with the rights of the tables' owner could do: switch the triggers off, change the log, switch them on. */
export async function tamper(database: Database, ...statements: readonly string[]): Promise<void> {
  await database.transaction(async (connection) => {
    for (const table of ['audit_entry', 'audit_checkpoint']) {
      await connection.query(`alter table dsr.${table} disable trigger ${table}_append_only`);
    }
    for (const sql of statements) await connection.query(sql);
    for (const table of ['audit_entry', 'audit_checkpoint']) {
      await connection.query(`alter table dsr.${table} enable always trigger ${table}_append_only`);
    }
  });
}
