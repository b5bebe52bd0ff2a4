import type { AuditRange, AuditView } from '../application/audit-trail.js';
import type { Page } from '../application/page.js';
import type { AuditEntryView } from '../application/views/audit-view.js';
import { cursorOf, placeOf } from '../store/cursor.js';
import type { Queryable } from '../store/database.js';
import { entryView } from './export-lines.js';
import type { RecordedEntry } from './recorded-entry.js';

/** `$1` and `$2` are the ends of the range; null where it has none. */
const inRange = '($1::timestamptz is null or at >= $1) and ($2::timestamptz is null or at < $2)';

/** Sequence numbers of the first and the last entry of a range. */
export interface Bounds {
  readonly first: number;
  readonly last: number;
}

/** The audit log page by page, as it is shown; with its hashes, so that a reader can check the chain. */
export class AuditPages {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async page(
    { from, to, newestFirst = false }: AuditView,
    cursor: string | null,
    limit: number,
  ): Promise<Page<AuditEntryView>> {
    const place = cursor === null ? null : placeOf(cursor).number;
    const [sign, order] = newestFirst ? ['<', 'desc'] : ['>', 'asc'];
    const { rows } = await this.#database.query<RecordedEntry>(
      `select seq, at, action, actor, details, previous, hash from dsr.audit_entry
       where ($3::bigint is null or seq ${sign} $3) and ${inRange} order by seq ${order} limit ${limit + 1}`,
      [from ?? null, to ?? null, place],
    );
    const items = rows.slice(0, limit).map(entryView);
    const last = items.at(-1);
    return {
      items,
      next: rows.length <= limit || last === undefined ? null : cursorOf({ number: last.seq }),
    };
  }

  /** Undefined when there is no entry in the range. Entries are numbered in the order of their times. */
  async boundsOf({ from, to }: AuditRange): Promise<Bounds | undefined> {
    const { rows } = await this.#database.query<Bounds>(
      `select min(seq) as first, max(seq) as last from dsr.audit_entry where ${inRange} having count(*) > 0`,
      [from ?? null, to ?? null],
    );
    return rows[0];
  }
}
