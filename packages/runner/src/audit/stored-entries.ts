import { canonicalJson } from './canonical-json.js';
import { fitsHash, type RecordedEntry } from './recorded-entry.js';
import type { Queryable } from '../store/queryable.js';

/** An entry of the table, and whether it fits its hash. */
export interface StoredEntry {
  readonly entry: RecordedEntry;
  readonly fits: boolean;
}

const pageSize = 500;

/** The entries after `after`, up to `until` when that is given, in order; a page of them is in memory at a time. */
export async function* storedEntries(
  database: Queryable,
  after: number,
  until: number = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<StoredEntry> {
  for (let last = after; ;) {
    const { rows } = await database.query<RecordedEntry>(
      `select seq, at, action, actor, details, previous, hash from dsr.audit_entry
       where seq > $1 and seq <= $2 order by seq limit ${pageSize}`,
      [last, until],
    );
    const fitting = rows.filter(fitsHash);
    const inexact = await inexactOf(database, fitting);
    const fits = new Set(fitting.filter(({ seq }) => !inexact.has(seq)));
    for (const entry of rows) yield { entry, fits: fits.has(entry) };
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

/**
 * Those that the table holds in another way than they were written in, although they look the same here: a time with
 * microseconds, a number with more digits than ours have.
 */
async function inexactOf(
  database: Queryable,
  entries: readonly RecordedEntry[],
): Promise<ReadonlySet<number>> {
  const { rows } = await database.query<{ seq: number }>(
    `select seq from unnest($1::bigint[], $2::timestamptz[], $3::text[]) as written (seq, at, details)
     join dsr.audit_entry as entry using (seq)
     where entry.at <> written.at or entry.details::text <> written.details::jsonb::text`,
    [
      entries.map(({ seq }) => seq),
      entries.map(({ at }) => at),
      entries.map(({ details }) => canonicalJson(details)),
    ],
  );
  return new Set(rows.map(({ seq }) => seq));
}
