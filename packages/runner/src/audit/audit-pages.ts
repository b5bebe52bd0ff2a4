import type { AuditTrail, Page } from '../application/application.js';
import type { AuditEntryView } from '../application/views.js';
import { cursorOf, placeOf } from '../store/cursor.js';
import type { Queryable } from '../store/database.js';
import type { AuditDetails } from './audit-entry.js';

interface EntryRow {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly actor: string;
  readonly details: AuditDetails;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** The audit log page by page, as it is shown; with its hashes, so that a reader can check the chain. */
export class AuditPages implements AuditTrail {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async page(cursor: string | null, limit: number): Promise<Page<AuditEntryView>> {
    const after = cursor === null ? 0 : placeOf(cursor).number;
    const { rows } = await this.#database.query<EntryRow>(
      `select seq, at, action, actor, details, previous, hash from dsr.audit_entry
       where seq > $1 order by seq limit ${limit + 1}`,
      [after],
    );
    const items = rows.slice(0, limit).map(viewOf);
    const last = items.at(-1);
    return {
      items,
      next: rows.length <= limit || last === undefined ? null : cursorOf({ number: last.seq }),
    };
  }
}

function viewOf({ at, previous, hash, ...row }: EntryRow): AuditEntryView {
  return { ...row, at: at.toISOString(), previous: previous.toString('hex'), hash: hash.toString('hex') };
}
