import type { Database, Queryable } from '../store/database.js';
import { holdScans, voidScans } from '../store/void-scans.js';

/** Forgets the scan indexes of connections that no request uses any more: they know of everybody at the vendor. */
export class IdleIndexes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those that nobody joined since `cutoff`, and that nobody waits for. The next request reads the listing as a whole. */
  async forget(cutoff: Date, signal: AbortSignal): Promise<void> {
    const { rows } = await this.#database.query<{ id: string }>(idleSql, [cutoff]);
    for (const { id } of rows) {
      if (signal.aborted) return;
      await this.#database.transaction((connection) => forget(id, cutoff, connection));
    }
  }
}

/** Looks again while its scans are held: whoever joins one holds it too. */
async function forget(id: string, cutoff: Date, connection: Queryable): Promise<void> {
  await holdScans(id, connection);
  const { rowCount } = await connection.query(`${idleSql} and connection.id = $2`, [cutoff, id]);
  if (rowCount === 0) return;
  await voidScans(id, connection);
  await connection.query('delete from dsr.scan_entry where connection_id = $1', [id]);
}

const idleSql = `
  select id from dsr.connection
  where exists (select from dsr.scan_entry where connection_id = connection.id)
    and not exists (select from dsr.scan where connection_id = connection.id and (wanted or joined_at > $1))
    and not exists (
      select from dsr.task join dsr.work on work.task_id = task.id
      where task.connection_id = connection.id and task.status in ('received', 'running') and work.kind = 'scan'
        and work.state = 'due')`;
