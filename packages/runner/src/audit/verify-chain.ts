import type { Queryable } from '../store/database.js';
import { chainStart, entryHash, type ChainedEntry } from './chain.js';

/** Either every entry is as it was written, or the first that is not, by sequence number. */
export type ChainVerdict =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly at: number; readonly problem: string };

interface StoredEntry extends ChainedEntry {
  readonly hash: Buffer;
}

interface Link {
  readonly seq: number;
  readonly hash: Buffer;
}

const pageSize = 500;

/** Reads the log page by page. Entries cut off at its end cannot be missed from the log alone. */
export async function verifyChain(database: Queryable): Promise<ChainVerdict> {
  let last: Link = { seq: 0, hash: chainStart };
  for (;;) {
    const page = await readPage(database, last.seq);
    for (const entry of page) {
      const problem = problemOf(entry, last);
      if (problem !== undefined) return { ok: false, at: last.seq + 1, problem };
      last = entry;
    }
    if (page.length < pageSize) return { ok: true, entries: last.seq };
  }
}

async function readPage(database: Queryable, after: number): Promise<readonly StoredEntry[]> {
  const { rows } = await database.query<StoredEntry>(
    `select seq, at, action, actor, details, previous, hash from dsr.audit_entry where seq > $1 order by seq limit ${pageSize}`,
    [after],
  );
  return rows;
}

function problemOf(entry: StoredEntry, last: Link): string | undefined {
  if (entry.seq !== last.seq + 1) return 'The entry is missing.';
  if (!entry.previous.equals(last.hash)) return 'The entry does not follow from the one before it.';
  return entryHash(entry).equals(entry.hash) ? undefined : 'The entry was changed after it was written.';
}
