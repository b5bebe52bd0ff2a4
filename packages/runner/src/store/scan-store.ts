import type { Json } from '@privacy-connectors/core';
import type { Rest } from '../scans/after-page.js';
import type { ScanProgress } from '../scans/scan-progress.js';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';
import { gathering } from './gathering.js';
import type { ScanPlace } from './scan-index.js';
import type { HeldScan, KeptPage, ScanFailure, ScanLease, ScanLook } from './scan-rows.js';
import { idle } from './void-scans.js';

/** Seconds for which a page may be read without a sign of life; then somebody else reads it. */
const leaseSeconds = 10;
/** An index is relied on for so long; what a listing does not tell of (who owns a thing now, what vanished) lasts no longer. */
const reliableDays = 7;

interface LeasedRow {
  readonly reads: number;
  readonly progress: Buffer | null;
  readonly covered_since: number | null;
  readonly covered_top: number | null;
  readonly reliable: boolean;
  readonly wanted_since: number | null;
  readonly attempts: number;
  readonly lost_reads: number;
}

/** The scans that the tasks of a connection share: one row for each listing. */
export class ScanStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Joins those who wait for everything not older than `since`. @returns how many reads were begun before. */
  async join(place: ScanPlace, since: number | null, connection: Queryable): Promise<number> {
    const { rows } = await connection.query<{ reads: number }>(
      `insert into dsr.scan as scan (connection_id, resource, wanted, wanted_since, joined_read, joined_at)
       values ($1, $2, true, $3::bigint, 0, now())
       on conflict (connection_id, resource) do update set
         ready_at = case when scan.wanted then scan.ready_at else now() end,
         wanted = true,
         wanted_since = case when not scan.wanted then $3::bigint
           when scan.wanted_since is null or $3::bigint is null then null
           else least(scan.wanted_since, $3::bigint) end,
         joined_read = scan.reads, joined_at = now()
       returning reads`,
      [place.connectionId, place.resource, since],
    );
    return rows[0]?.reads ?? 0;
  }

  /** With `connection`, the row is held to the end of the transaction, so that what it says of the index stays true. */
  async look(place: ScanPlace, connection?: Queryable): Promise<ScanLook | undefined> {
    const { rows } = await (connection ?? this.#database).query<ScanLook>(
      `select wanted, wanted_since, fresh_read, covered_since, failed_read, failure, things,
         coalesce(lease_until > now(), false) as leased, ${gathering} as gathering,
         greatest(0, ceil(extract(epoch from not_before - now()) * 1000))::float8 as pause,
         greatest(0, extract(epoch from now() - coalesce(begun_at, now())) * 1000)::float8 as age
       from dsr.scan where connection_id = $1 and resource = $2 ${connection === undefined ? '' : 'for share'}`,
      [place.connectionId, place.resource],
    );
    return rows[0];
  }

  /**
   * Takes the right to read the next page. Undefined while somebody else has it, or the scan pauses. Who had it before and
   * neither kept the page nor gave the right back was lost with it.
   */
  async lease(place: ScanPlace, box: Box): Promise<ScanLease | undefined> {
    const { rows } = await this.#database.query<LeasedRow>(
      `update dsr.scan set reads = reads + 1, lease_until = now() + make_interval(secs => $3),
         lost_reads = lost_reads + (lease_until is not null)::int,
         begun_at = coalesce(begun_at, now()),
         pages = case when begun_at is null then 0 else pages end,
         things = case when begun_at is null then 0 else things end
       where connection_id = $1 and resource = $2
         and wanted and coalesce(lease_until <= now(), true) and not_before <= now()
       returning reads, progress, covered_since, covered_top, wanted_since, attempts, lost_reads,
         coalesce(whole_at > now() - make_interval(days => $4), false) as reliable`,
      [place.connectionId, place.resource, leaseSeconds, reliableDays],
    );
    const [row] = rows;
    return row === undefined ? undefined : leaseOf(place, box, row);
  }

  /** A sign of life of who reads the page. */
  async renew(place: ScanPlace, read: number): Promise<void> {
    await this.#database.query(
      `update dsr.scan set lease_until = now() + make_interval(secs => $4) where ${ofRead}`,
      [place.connectionId, place.resource, read, leaseSeconds],
    );
  }

  /** Lets somebody else read the page. */
  async release(place: ScanPlace, read: number): Promise<void> {
    await this.#database.query(`update dsr.scan set lease_until = null where ${ofRead}`, [
      place.connectionId,
      place.resource,
      read,
    ]);
  }

  /** Holds the scan to the end of the transaction. Undefined when somebody else reads by now, or nobody should. */
  async hold(place: ScanPlace, read: number, connection: Queryable): Promise<HeldScan | undefined> {
    const { rows } = await connection.query<HeldScan>(
      `select wanted_since, joined_read, generation, things from dsr.scan where ${ofRead} for update`,
      [place.connectionId, place.resource, read],
    );
    return rows[0];
  }

  /** Goes on after a page; ends when there is no next one. Only who holds the scan may say so. */
  async advance(place: ScanPlace, box: Box, page: KeptPage, connection: Queryable): Promise<void> {
    const { next } = page;
    await connection.query(
      `update dsr.scan set lease_until = null, attempts = 0, lost_reads = 0, pages = pages + 1, things = things + $3, generation = $4,
         progress = $5::bytea, wanted = $5::bytea is not null,
         begun_at = case when $5::bytea is null then null else begun_at end,
         ready_at = case when $6::boolean then now() end
       where connection_id = $1 and resource = $2`,
      [
        place.connectionId,
        place.resource,
        page.things,
        page.generation,
        next === null ? null : box.sealJson(context(place), next as unknown as Json),
        next === null || next.cursor === null,
      ],
    );
  }

  /** Says what the index covers as of a read. Only who holds the scan may do so, before it goes on. */
  async cover(place: ScanPlace, { read, since, top }: Rest, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.scan set fresh_read = $3, covered_since = $4, covered_top = $5
       where connection_id = $1 and resource = $2`,
      [place.connectionId, place.resource, read, since, top],
    );
  }

  /** Says that what the index covers was read as a whole, with the page that is being kept. */
  async coverAnew(place: ScanPlace, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.scan set whole_at = begun_at, whole_pages = pages + 1 where connection_id = $1 and resource = $2`,
      [place.connectionId, place.resource],
    );
  }

  /** Nobody reads before `until`. */
  async pause(place: ScanPlace, until: Date, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.scan set lease_until = null, attempts = attempts + 1, lost_reads = 0, not_before = $3
       where connection_id = $1 and resource = $2`,
      [place.connectionId, place.resource, until],
    );
  }

  /** Ends the scan for all who joined until now; who joins later begins another one. */
  async fail(place: ScanPlace, failure: ScanFailure, connection: Queryable): Promise<void> {
    await connection.query(
      `update dsr.scan set failed_read = reads, failure = $3, reads = reads + 1, attempts = 0, wanted = false, ${idle}
       where connection_id = $1 and resource = $2`,
      [place.connectionId, place.resource, JSON.stringify(failure)],
    );
  }
}

const ofRead = 'connection_id = $1 and resource = $2 and reads = $3 and lease_until is not null';

function leaseOf(place: ScanPlace, box: Box, row: LeasedRow): ScanLease {
  const { reads: read, covered_since: since, covered_top: top, wanted_since: wantedSince } = row;
  const progress =
    row.progress === null ? null : (box.openJson(context(place), row.progress) as unknown as ScanProgress);
  return {
    read,
    progress,
    coverage: row.reliable && top !== null ? { since, top } : null,
    wantedSince,
    attempts: row.attempts,
    lostReads: row.lost_reads,
  };
}

/** Binds a ciphertext to its row. */
function context(place: ScanPlace): string {
  return `scan:${place.connectionId}:${place.resource}`;
}
