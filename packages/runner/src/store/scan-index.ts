import type { Json, ScannedThing } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { Box } from '../vault/box.js';
import type { Queryable } from './database.js';

/** The listing a scan belongs to. */
export interface ScanPlace {
  readonly connectionId: string;
  readonly resource: string;
}

/** A scanned thing as it is stored. */
export interface ScanEntry {
  readonly key: Buffer;
  readonly owner: Buffer;
  readonly ref: Buffer;
  readonly updatedAt: number;
}

/**
 * The scan index of a connection: ids only. Owners are keyed digests and refs are sealed, so that the index tells nobody
 * who talked to the company.
 */
export class ScanIndex {
  /** `generation`: of the reading that saw the entries. */
  async save(
    place: ScanPlace,
    entries: readonly ScanEntry[],
    generation: number,
    connection: Queryable,
  ): Promise<void> {
    if (entries.length === 0) return;
    await connection.query(
      `insert into dsr.scan_entry (connection_id, resource, generation, key, owner, ref, updated_at)
       select $1, $2, $7::int, * from unnest($3::bytea[], $4::bytea[], $5::bytea[], $6::bigint[]) as entry (key, owner, ref, updated_at)
       order by key
       on conflict (connection_id, resource, key) do update
       set owner = excluded.owner, ref = excluded.ref, updated_at = excluded.updated_at, seen_at = now(),
         generation = excluded.generation`,
      [
        place.connectionId,
        place.resource,
        entries.map(({ key }) => key),
        entries.map(({ owner }) => owner),
        entries.map(({ ref }) => ref),
        entries.map(({ updatedAt }) => updatedAt),
        generation,
      ],
    );
  }

  /** Forgets what a reading down to `since` (null: to the end) should have seen and did not: it is gone at the vendor. */
  async forgetUnseen(
    place: ScanPlace,
    generation: number,
    since: number | null,
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      `delete from dsr.scan_entry where connection_id = $1 and resource = $2 and generation < $3
         and ($4::bigint is null or updated_at >= $4)`,
      [place.connectionId, place.resource, generation, since],
    );
  }

  /** Forgets what belongs to these owners, whom the vendor has forgotten. @returns the number of entries. */
  async forgetOwners(
    place: ScanPlace,
    box: Box,
    owners: readonly string[],
    connection: Queryable,
  ): Promise<number> {
    const { rowCount } = await connection.query(
      'delete from dsr.scan_entry where connection_id = $1 and resource = $2 and owner = any($3::bytea[])',
      [place.connectionId, place.resource, owners.map((owner) => ownerDigest(box, owner))],
    );
    return rowCount;
  }

  /** What belongs to these owners. */
  async ownedBy(
    place: ScanPlace,
    box: Box,
    owners: readonly string[],
    connection: Queryable,
  ): Promise<readonly Json[]> {
    const { rows } = await connection.query<{ key: Buffer; ref: Buffer }>(
      `select key, ref from dsr.scan_entry
       where connection_id = $1 and resource = $2 and owner = any($3::bytea[])
       order by updated_at, key`,
      [place.connectionId, place.resource, owners.map((owner) => ownerDigest(box, owner))],
    );
    return rows.map((row) => box.openJson(context(place, row.key), row.ref));
  }
}

/** The things of a page as they are stored, each once: of a thing that is listed twice, as it is listed last. */
export function entriesOf(place: ScanPlace, box: Box, things: readonly ScannedThing[]): readonly ScanEntry[] {
  const unique = [...new Map(things.map((thing) => [canonicalJson(thing.ref), thing])).entries()];
  return unique.map(([ref, thing]) => {
    const key = box.digest(`scan:${place.resource}:${ref}`);
    return {
      key,
      owner: ownerDigest(box, thing.owner),
      ref: box.sealJson(context(place, key), thing.ref),
      updatedAt: Math.trunc(thing.updatedAt),
    };
  });
}

function ownerDigest(box: Box, owner: string): Buffer {
  return box.digest(`owner:${owner}`);
}

/** Binds a ciphertext to its row. */
function context(place: ScanPlace, key: Buffer): string {
  return `scan:${place.connectionId}:${place.resource}:${key.toString('hex')}`;
}
