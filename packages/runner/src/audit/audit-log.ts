import { canonicalJson } from './canonical-json.js';
import type { AuditEntry } from './audit-entry.js';
import { chainStart, entryHash } from './chain.js';
import { refusePersonalValues } from './refuse-personal-values.js';
import { lock } from '../store/advisory-lock.js';
import type { Database, Queryable } from '../store/database.js';

/** The append-only, hash-chained record of what was done. */
export class AuditLog {
  readonly #database: Database;
  #appended = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whether an entry was appended by this process. */
  get hasAppended(): boolean {
    return this.#appended;
  }

  /**
   * Appends an entry, in the transaction of the change it describes or in one of its own. Entries of all processes wait
   * for each other until that transaction ends, so append last and make no vendor call after it.
   * @throws TypeError when a detail looks like a personal value.
   */
  async append(entry: AuditEntry, connection?: Queryable): Promise<void> {
    refusePersonalValues(entry);
    this.#appended = true;
    if (connection) await appendWithin(connection, entry);
    else await this.#database.transaction((own) => appendWithin(own, entry));
  }
}

interface Head {
  readonly at: Date;
  readonly seq: number | null;
  readonly hash: Buffer | null;
}

async function appendWithin(connection: Queryable, { action, actor, details }: AuditEntry): Promise<void> {
  await lock(connection, 'dsr.audit');
  const head = await readHead(connection);
  const entry = {
    seq: (head.seq ?? 0) + 1,
    at: head.at,
    action,
    actor,
    details,
    previous: head.hash ?? chainStart,
  };
  await connection.query(
    'insert into dsr.audit_entry (seq, at, action, actor, details, previous, hash) values ($1, $2, $3, $4, $5, $6, $7)',
    [entry.seq, entry.at, action, actor, canonicalJson(details), entry.previous, entryHash(entry)],
  );
}

/** The last entry and the database's time, one clock for all processes, in the milliseconds that a Date can hold. */
async function readHead(connection: Queryable): Promise<Head> {
  const { rows } = await connection.query<Head>(
    `select date_trunc('milliseconds', clock_timestamp()) as at, last.seq, last.hash
     from (select 1) as one left join (select seq, hash from dsr.audit_entry order by seq desc limit 1) as last on true`,
  );
  const [head] = rows;
  if (!head) throw new Error('A left join from one row returned none.');
  return head;
}
