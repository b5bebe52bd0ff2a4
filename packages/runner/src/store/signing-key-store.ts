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

/** Signing keys. The private part is sealed for the installation and bound to its key id. */
export class SigningKeyStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** All keys, the oldest first. */
  async all(connection: Queryable = this.#database): Promise<readonly SigningKeyRow[]> {
    const { rows } = await connection.query<SigningKeyRow>(
      `select kid, public_key as x, created_at, retired_at from dsr.signing_key order by created_at, kid`,
    );
    return rows;
  }

  async inUse(box: Box, connection: Queryable = this.#database): Promise<KeyInUse | undefined> {
    const { rows } = await connection.query<{ kid: string; x: string; private_key: Buffer }>(
      `select kid, public_key as x, private_key from dsr.signing_key where retired_at is null`,
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { kid, x, private_key } = row;
    return { kid, x, d: box.open(contextOf(kid), private_key).toString('utf8') };
  }

  async insert({ kid, x, d }: KeyInUse, box: Box, connection: Queryable): Promise<void> {
    await connection.query('insert into dsr.signing_key (kid, public_key, private_key) values ($1, $2, $3)', [
      kid,
      x,
      box.seal(contextOf(kid), Buffer.from(d, 'utf8')),
    ]);
  }

  /** Destroys the private part of the key in use; its public part stays. @returns its id, unless there was none. */
  async retire(connection: Queryable): Promise<string | undefined> {
    const { rows } = await connection.query<{ kid: string }>(
      `update dsr.signing_key set private_key = null, retired_at = date_trunc('milliseconds', clock_timestamp())
       where retired_at is null returning kid`,
    );
    return rows[0]?.kid;
  }
}

function contextOf(kid: string): string {
  return `signing_key.private_key/${kid}`;
}
