import { timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.js';
import { EvidenceError } from '../errors/runner-error.js';
import type { Box } from '../vault/box.js';
import type { Queryable } from './queryable.js';

/** A key that the installation signs, or signed, with. */
export interface SigningKeyRow {
  readonly kid: string;
  /** The public key, in base64url. */
  readonly x: string;
  readonly created_at: Date;
  readonly retired_at: Date | null;
}

/** The key in use, with its private part in base64url. */
export interface KeyInUse {
  readonly kid: string;
  readonly x: string;
  readonly d: string;
}

interface StoredRow extends SigningKeyRow {
  readonly private_key: Buffer | null;
  readonly digest: Buffer;
}

/**
 * Signing keys. The private part is sealed for the installation and bound to its key id; a digest that only the installation
 * can make covers the public part, so that nobody publishes a key of their own by writing to the database.
 */
export class SigningKeyStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** All keys, the oldest first. @throws EvidenceError when a row is not as the installation wrote it. */
  async all(box: Box): Promise<readonly SigningKeyRow[]> {
    const { rows } = await this.#database.query<StoredRow>(`${select} order by created_at, kid`);
    return rows.map((row) => genuine(row, box));
  }

  /** @throws EvidenceError when the row is not as the installation wrote it. */
  async inUse(box: Box, connection: Queryable = this.#database): Promise<KeyInUse | undefined> {
    const [row] = (await connection.query<StoredRow>(`${select} where retired_at is null`)).rows;
    if (row === undefined) return undefined;
    const { kid, x, private_key } = genuine(row, box);
    if (private_key === null) throw new Error('A key in use has its private part.');
    return { kid, x, d: box.open(contextOf(kid), private_key).toString('utf8') };
  }

  async insert({ kid, x, d }: KeyInUse, box: Box, connection: Queryable): Promise<void> {
    const created_at = await timeOf(connection);
    await connection.query(
      'insert into dsr.signing_key (kid, public_key, private_key, created_at, digest) values ($1, $2, $3, $4, $5)',
      [
        kid,
        x,
        box.seal(contextOf(kid), Buffer.from(d, 'utf8')),
        created_at,
        digestOf({ kid, x, created_at, retired_at: null }, box),
      ],
    );
  }

  /**
   * Destroys the private part of the key in use; its public part stays. @returns its id, unless there was none.
   * @throws EvidenceError when the row is not as the installation wrote it.
   */
  async retire(box: Box, connection: Queryable): Promise<string | undefined> {
    const sql = `${select} where retired_at is null for update`;
    const [row] = (await connection.query<StoredRow>(sql)).rows;
    if (row === undefined) return undefined;
    const retired = { ...genuine(row, box), retired_at: await timeOf(connection) };
    await connection.query(
      'update dsr.signing_key set private_key = null, retired_at = $2, digest = $3 where kid = $1',
      [retired.kid, retired.retired_at, digestOf(retired, box)],
    );
    return retired.kid;
  }
}

const select =
  'select kid, public_key as x, private_key, created_at, retired_at, digest from dsr.signing_key';

/** The database's time, one clock for all processes, in the milliseconds that a Date can hold. */
async function timeOf(connection: Queryable): Promise<Date> {
  const sql = `select date_trunc('milliseconds', clock_timestamp()) as now`;
  const [row] = (await connection.query<{ now: Date }>(sql)).rows;
  if (row === undefined) throw new Error('A select without a table returned no row.');
  return row.now;
}

function genuine(row: StoredRow, box: Box): StoredRow {
  if (timingSafeEqual(row.digest, digestOf(row, box))) return row;
  throw new EvidenceError(
    'A signing key in the database is not as this installation wrote it: it was added or changed by somebody else. Restore the table dsr.signing_key from a backup; until then nothing can be verified.',
  );
}

function digestOf({ kid, x, created_at, retired_at }: SigningKeyRow, box: Box): Buffer {
  const times = [created_at.toISOString(), retired_at?.toISOString() ?? null];
  return box.digest(canonicalJson(['signing_key', kid, x, ...times]));
}

function contextOf(kid: string): string {
  return `signing_key.private_key/${kid}`;
}
