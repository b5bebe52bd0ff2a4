import { randomUUID } from 'node:crypto';
import type { Queryable } from '../store/queryable.js';
import type { Box } from './box.js';
import type { KeyParts } from './key-parts.js';

/**
 * Sees that the second parts of keys are kept in the one place that belongs to the database. The place carries a mark, and the
 * database says which: of two hosts that start with a place of their own, one is the first.
 * @throws KeyServiceError when this place is away, or another one is in use.
 */
export async function claimKeyParts(database: Queryable, parts: KeyParts, box: Box): Promise<void> {
  const markOf = (id: string): string => box.digest(`key-parts:${id}`).toString('hex');
  const claimed = await claimedId(database);
  if (claimed !== undefined) return parts.belongTo(markOf(claimed));
  const before = box.digest('key-parts').toString('hex');
  // Marked by a version that did not ask the database; without its mark, parts that exist are elsewhere.
  if (!(await parts.carries(before)) && (await hasParts(database))) return parts.belongTo(before);
  await claim(database, parts, markOf);
}

/** The place is marked first: one that was claimed and carries no mark would be taken for away. */
async function claim(database: Queryable, parts: KeyParts, markOf: (id: string) => string): Promise<void> {
  const id = randomUUID();
  await parts.mark(markOf(id));
  const sql = 'insert into dsr.key_part_folder (id) values ($1) on conflict do nothing';
  await database.query(sql, [id]);
  const inForce = (await claimedId(database)) ?? id;
  if (inForce !== id) await parts.unmark(markOf(id));
  await parts.belongTo(markOf(inForce));
}

async function claimedId(database: Queryable): Promise<string | undefined> {
  return (await database.query<{ id: string }>('select id from dsr.key_part_folder')).rows[0]?.id;
}

async function hasParts(database: Queryable): Promise<boolean> {
  const sql = 'select exists (select from dsr.data_key where split) as split';
  return (await database.query<{ split: boolean }>(sql)).rows[0]?.split !== false;
}
