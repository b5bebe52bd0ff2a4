import { randomBytes } from 'node:crypto';
import { VaultError } from '../errors/runner-error.js';
import type { Queryable } from '../store/queryable.js';
import { keyBytes } from './authenticated-encryption.js';
import { Box } from './box.js';
import { joinKey } from './derived-key.js';
import { installation, type KeyOwner, type KeyScope, splitScopes } from './key-owner.js';
import type { KeyParts } from './key-parts.js';
import type { KeyWrapper } from './key-wrapper.js';
import { RecentlyUsed } from './recently-used.js';

const cachedBoxes = 256;

interface KeyRow {
  readonly wrapped: Buffer | null;
  readonly split: boolean;
}

interface LivingKey extends KeyRow {
  readonly wrapped: Buffer;
}

interface CachedBox {
  readonly wrapped: Buffer;
  readonly box: Box;
}

/** The data keys of all connections and requests, each wrapped by the master key. */
export class DataKeys {
  readonly #database: Queryable;
  readonly #wrapper: KeyWrapper;
  readonly #parts: KeyParts | undefined;
  readonly #cache = new RecentlyUsed<CachedBox>(cachedBoxes);

  /** `parts`: where the second parts of keys are kept; without it the database has them whole. */
  constructor(database: Queryable, wrapper: KeyWrapper, parts?: KeyParts) {
    this.#database = database;
    this.#wrapper = wrapper;
    this.#parts = parts;
  }

  /** Makes a data key; does nothing when its owner has, or had, one. */
  async create(scope: KeyScope, id: string, connection: Queryable = this.#database): Promise<void> {
    const wrapped = await this.#wrapper.wrap(randomBytes(keyBytes), nameOf({ scope, id }));
    const parts = splitScopes.includes(scope) ? this.#parts : undefined;
    const { rowCount } = await connection.query(
      `insert into dsr.data_key (scope, scope_id, wrapped, wrapper_id, split) values ($1, $2, $3, $4, $5)
       on conflict (scope, scope_id) do nothing`,
      [scope, id, wrapped, this.#wrapper.id, parts !== undefined],
    );
    if (rowCount > 0) await parts?.create({ scope, id });
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
    const { rows } = await this.#database.query<LivingKey & { id: string }>(
      `select scope_id as id, wrapped, split from dsr.data_key
       where scope = $1 and scope_id = any($2::text[]) and wrapped is not null`,
      [scope, ids],
    );
    const boxes = await Promise.all(
      rows.map(async ({ id, ...key }) => {
        const box = await this.#open({ scope, id }, key).catch(unlessUnreadable);
        return box === undefined ? [] : [[id, box] as const];
      }),
    );
    return new Map(boxes.flat());
  }

  async #open({ scope, id }: KeyOwner, { wrapped, split }: LivingKey): Promise<Box> {
    const name = nameOf({ scope, id });
    const cached = this.#cache.get(name);
    if (cached?.wrapped.equals(wrapped)) return cached.box;
    const key = await this.#wrapper.unwrap(wrapped, name);
    const box = new Box({ scope, id }, split ? joinKey(key, await this.#part({ scope, id })) : key);
    this.#cache.set(name, { wrapped, box });
    return box;
  }

  async #part(owner: KeyOwner): Promise<Buffer> {
    const part = await this.#parts?.read(owner);
    if (part === undefined) throw new VaultError(withoutPart(owner));
    return part;
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

  /**
   * Destroys the second parts of keys that were destroyed, at most `limit`: only after the change that destroyed the key is
   * committed, and again whenever that was interrupted. @returns how many.
   */
  async destroyParts(limit: number): Promise<number> {
    const parts = this.#parts;
    if (parts === undefined) return 0;
    const { rows } = await this.#database.query<KeyOwner>(
      `select scope, scope_id as id from dsr.data_key where split and destroyed_at is not null limit $1`,
      [limit],
    );
    for (const owner of rows) {
      await parts.destroy(owner);
      await this.#database.query('update dsr.data_key set split = false where scope = $1 and scope_id = $2', [
        owner.scope,
        owner.id,
      ]);
    }
    return rows.length;
  }
}

function withoutPart({ scope }: KeyOwner): string {
  return `The second part of the data key of this ${scope} is gone: it was destroyed, or the folder of key parts is not the one that belongs to this database.`;
}

async function readKey(connection: Queryable, { scope, id }: KeyOwner): Promise<LivingKey> {
  const sql = 'select wrapped, split from dsr.data_key where scope = $1 and scope_id = $2';
  const [row] = (await connection.query<KeyRow>(sql, [scope, id])).rows;
  if (!row)
    throw new VaultError(`There is no data key for this ${scope}: restore the database from a backup.`);
  const { wrapped, split } = row;
  if (!wrapped)
    throw new VaultError(
      `The data key of this ${scope} was destroyed: what it protected cannot be read any more.`,
    );
  return { wrapped, split };
}

function unlessUnreadable(error: unknown): undefined {
  if (!(error instanceof VaultError)) throw error;
}

/** An unambiguous name; also the context that the key is wrapped for. */
function nameOf({ scope, id }: KeyOwner): string {
  return JSON.stringify([scope, id]);
}
