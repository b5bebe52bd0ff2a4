import type { Json, ScannedThing } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { Box } from '../vault/box.js';
import type { Queryable } from './database.js';

/** The listing a scan belongs to. */
export interface ScanPlace {
  readonly connectionId: string;
  readonly resource: string;
}

/**
 * The scan index of a connection: ids only. Owners are keyed digests and refs are sealed, so that the index tells nobody
 * who talked to the company.
 */
export class ScanStore {
  async save(
    place: ScanPlace,
    box: Box,
    things: readonly ScannedThing[],
    connection: Queryable,
  ): Promise<void> {
    const unique = [...new Map(things.map((thing) => [canonicalJson(thing.ref), thing])).entries()];
    const keys = unique.map(([ref]) => box.digest(`scan:${place.resource}:${ref}`));
    if (unique.length === 0) return;
    await connection.query(
      `insert into dsr.scan_entry (connection_id, resource, key, owner, ref, updated_at)
       select $1, $2, * from unnest($3::bytea[], $4::bytea[], $5::bytea[], $6::bigint[]) as entry (key, owner, ref, updated_at)
       order by key
       on conflict (connection_id, resource, key) do update
       set owner = excluded.owner, ref = excluded.ref, updated_at = excluded.updated_at, seen_at = now()`,
      [
        place.connectionId,
        place.resource,
        keys,
        unique.map(([, thing]) => ownerDigest(box, thing.owner)),
        unique.map(([, thing], index) => box.sealJson(context(place, keys[index]), thing.ref)),
        unique.map(([, thing]) => Math.trunc(thing.updatedAt)),
      ],
    );
  }

  /**
   * Things of these owners that the scan saw, and those an earlier scan saw below where this one stopped. What this scan
   * should have seen and did not is gone at the vendor.
   */
  async ownedBy(
    place: ScanPlace,
    box: Box,
    owners: readonly string[],
    scan: { readonly workId: number; readonly since: number | null },
    connection: Queryable,
  ): Promise<readonly Json[]> {
    const { rows } = await connection.query<{ key: Buffer; ref: Buffer }>(
      `select key, ref from dsr.scan_entry
       where connection_id = $1 and resource = $2 and owner = any($3::bytea[])
         and (seen_at >= (select created_at from dsr.work where id = $4) or updated_at < $5)
       order by updated_at, key`,
      [
        place.connectionId,
        place.resource,
        owners.map((owner) => ownerDigest(box, owner)),
        scan.workId,
        scan.since === null ? null : Math.trunc(scan.since),
      ],
    );
    return rows.map((row) => box.openJson(context(place, row.key), row.ref));
  }
}

function ownerDigest(box: Box, owner: string): Buffer {
  return box.digest(`owner:${owner}`);
}

/** Binds a ciphertext to its row. */
function context(place: ScanPlace, key: Buffer | undefined): string {
  return `scan:${place.connectionId}:${place.resource}:${key?.toString('hex') ?? ''}`;
}
