import { randomBytes } from 'node:crypto';
import { VaultError } from '../errors/runner-error.js';
import type { Queryable } from '../store/queryable.js';
import { keyBytes } from './authenticated-encryption.js';
import { Box } from './box.js';
import { installation, type KeyOwner, type KeyScope } from './key-owner.js';
import type { KeyWrapper } from './key-wrapper.js';
import { RecentlyUsed } from './recently-used.js';

const cachedBoxes = 256;

interface KeyRow {
  readonly wrapped: Buffer | null;
}

interface CachedBox {
  readonly wrapped: Buffer;
  readonly box: Box;
}

/** The data keys of all connections and requests, each wrapped by the master key. */
export class DataKeys {
  readonly #database: Queryable;
  readonly #wrapper: KeyWrapper;
  readonly #cache = new RecentlyUsed<CachedBox>(cachedBoxes);

  constructor(database: Queryable, wrapper: KeyWrapper) {
    this.#database = database;
    this.#wrapper = wrapper;
  }

  /** Makes a data key; does nothing when its owner has, or had, one. */
  async create(scope: KeyScope, id: string, connection: Queryable = this.#database): Promise<void> {
    const wrapped = await this.#wrapper.wrap(randomBytes(keyBytes), nameOf({ scope, id }));
    await connection.query(
      `insert into dsr.data_key (scope, scope_id, wrapped, wrapper_id) values ($1, $2, $3, $4)
       on conflict (scope, scope_id) do nothing`,
      [scope, id, wrapped, this.#wrapper.id],
    );
  }

  /**
   * The box of one owner. Only the unwrapping is cached: a key that another process destroyed is refused at once.
   * @throws VaultError when there is no key, it was destroyed, or the master key does not fit.
   */
  async box(scope: KeyScope, id: string, connection: Queryable = this.#database): Promise<Box> {
    return this.#open({ scope, id }, await readKey(connection, { scope, id }));
  }

  /** The boxes of several owners by their ids. Those whose key was destroyed, is missing or does not open are left out. */
  async boxes(scope: KeyScope, ids: readonly string[]): Promise<ReadonlyMap<string, Box>> {
    const { rows } = await this.#database.query<{ id: string; wrapped: Buffer }>(
      `select scope_id as id, wrapped from dsr.data_key
       where scope = $1 and scope_id = any($2::text[]) and wrapped is not null`,
      [scope, ids],
    );
    const boxes = await Promise.all(
      rows.map(async ({ id, wrapped }) => {
        const box = await this.#open({ scope, id }, wrapped).catch(unlessUnreadable);
        return box === undefined ? [] : [[id, box] as const];
      }),
    );
    return new Map(boxes.flat());
  }

  async #open({ scope, id }: KeyOwner, wrapped: Buffer): Promise<Box> {
    const name = nameOf({ scope, id });
    const cached = this.#cache.get(name);
    if (cached?.wrapped.equals(wrapped)) return cached.box;
    const box = new Box({ scope, id }, await this.#wrapper.unwrap(wrapped, name));
    this.#cache.set(name, { wrapped, box });
    return box;
  }

  /** The box of the installation itself; it is never destroyed. */
  installationBox(): Promise<Box> {
    return this.box(installation.scope, installation.id);
  }

  /** Destroys a data key, and with it all that was sealed under it. Only the fact that there was one remains. */
  async destroy(scope: KeyScope, id: string, connection: Queryable = this.#database): Promise<void> {
    this.#cache.delete(nameOf({ scope, id }));
    await connection.query(
      `update dsr.data_key set wrapped = null, destroyed_at = now()
       where scope = $1 and scope_id = $2 and destroyed_at is null`,
      [scope, id],
    );
  }
}

async function readKey(connection: Queryable, { scope, id }: KeyOwner): Promise<Buffer> {
  const sql = 'select wrapped from dsr.data_key where scope = $1 and scope_id = $2';
  const [row] = (await connection.query<KeyRow>(sql, [scope, id])).rows;
  if (!row)
    throw new VaultError(`There is no data key for this ${scope}: restore the database from a backup.`);
  if (!row.wrapped)
    throw new VaultError(
      `The data key of this ${scope} was destroyed: what it protected cannot be read any more.`,
    );
  return row.wrapped;
}

function unlessUnreadable(error: unknown): undefined {
  if (!(error instanceof VaultError)) throw error;
}

/** An unambiguous name; also the context that the key is wrapped for. */
function nameOf({ scope, id }: KeyOwner): string {
  return JSON.stringify([scope, id]);
}
