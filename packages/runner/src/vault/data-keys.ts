import { randomBytes } from 'node:crypto';
import { KeyServiceError, VaultError } from '../errors/runner-error.js';
import type { Queryable } from '../store/queryable.js';
import { keyBytes } from './authenticated-encryption.js';
import { Box } from './box.js';
import { currentWrapperId } from './current-wrapper.js';
import { joinKey } from './derived-key.js';
import { installation, type KeyOwner, type KeyScope, nameOf, splitScopes } from './key-owner.js';
import { claimKeyParts } from './key-part-claim.js';
import type { KeyParts } from './key-parts.js';
import type { KeyWrapper } from './key-wrapper.js';
import type { MasterKeys } from './master-keys.js';
import { RecentlyUsed } from './recently-used.js';
import { unlessUnreadable } from './unless-unreadable.js';

const cachedBoxes = 256;

interface KeyRow {
  readonly wrapped: Buffer | null;
  readonly wrapper_id: string;
  readonly split: boolean;
}

interface LivingKey extends KeyRow {
  readonly wrapped: Buffer;
}

interface CachedBox {
  readonly wrapped: Buffer;
  readonly box: Box;
}

/** The data keys of all connections and requests, each wrapped by a master key. */
export class DataKeys {
  readonly #database: Queryable;
  readonly masterKeys: MasterKeys;
  readonly #parts: KeyParts | undefined;
  readonly #cache = new RecentlyUsed<CachedBox>(cachedBoxes);

  /** `parts`: where the second parts of keys are kept; without it the database has them whole. */
  constructor(database: Queryable, masterKeys: MasterKeys, parts?: KeyParts) {
    this.#database = database;
    this.masterKeys = masterKeys;
    this.#parts = parts;
  }

  /** Makes the installation's own data key, which says from then on what new keys are wrapped by. Does nothing when there is one. */
  async createFirst(): Promise<void> {
    if ((await currentWrapperId(this.#database)) !== undefined) return;
    const wrapper = this.masterKeys.given.current;
    const wrapped = await wrapper.wrap(randomBytes(keyBytes), nameOf(installation));
    await this.#database.query(
      `insert into dsr.data_key (scope, scope_id, wrapped, wrapper_id) values ($1, $2, $3, $4)
       on conflict (scope, scope_id) do nothing`,
      [installation.scope, installation.id, wrapped, wrapper.id],
    );
  }

  /**
   * Sees that the second parts of keys can be had, so that one that is not found was destroyed.
   * @throws KeyServiceError when they are away, or another place keeps those of this database.
   */
  async openParts(): Promise<void> {
    if (this.#parts === undefined) return;
    await claimKeyParts(this.#database, this.#parts, await this.installationBox());
  }

  /** Makes a data key; does nothing when its owner has, or had, one. */
  async create(scope: KeyScope, id: string, connection: Queryable = this.#database): Promise<void> {
    const parts = splitScopes.includes(scope) ? this.#parts : undefined;
    const key = { scope, id, split: parts !== undefined };
    let made: boolean | undefined;
    do made = await this.#insert(key, connection);
    while (made === undefined);
    if (made) await parts?.create({ scope, id });
  }

  /**
   * False when the owner has, or had, a key. Undefined when the master key was rotated in the meantime: nothing new may come
   * under the old one, so the row that names the current one is held until the insert is committed.
   */
  async #insert(
    { scope, id, split }: KeyOwner & { readonly split: boolean },
    connection: Queryable,
  ): Promise<boolean | undefined> {
    const wrapper = await this.#currentWrapper(connection);
    const wrapped = await wrapper.wrap(randomBytes(keyBytes), nameOf({ scope, id }));
    const { rows } = await connection.query<{ made: boolean }>(
      `with current as (
         select from dsr.data_key where scope = $6 and scope_id = $7 and wrapper_id = $4 for share
       ), made as (
         insert into dsr.data_key (scope, scope_id, wrapped, wrapper_id, split)
         select $1, $2, $3, $4, $5 from current on conflict (scope, scope_id) do nothing returning scope
       )
       select exists (select from made) as made from current`,
      [scope, id, wrapped, wrapper.id, split, installation.scope, installation.id],
    );
    return rows[0]?.made;
  }

  async #currentWrapper(connection: Queryable): Promise<KeyWrapper> {
    const id = await currentWrapperId(connection);
    if (id === undefined) throw new VaultError('The vault was not opened.');
    return this.masterKeys.get(id);
  }

  /**
   * The box of one owner. Only the unwrapping is cached: a key that another process destroyed is refused at once.
   * @throws VaultError when there is no key, it was destroyed, or the master key does not fit.
   * @throws KeyServiceError when the master key, or the second part, cannot be had now.
   */
  async box(scope: KeyScope, id: string, connection: Queryable = this.#database): Promise<Box> {
    return this.#open({ scope, id }, await readKey(connection, { scope, id }));
  }

  /**
   * The boxes of several owners by their ids. Those whose key was destroyed, is missing or does not open are left out.
   * @throws KeyServiceError when that cannot be told now.
   */
  async boxes(scope: KeyScope, ids: readonly string[]): Promise<ReadonlyMap<string, Box>> {
    const { rows } = await this.#database.query<LivingKey & { id: string }>(
      `select scope_id as id, wrapped, wrapper_id, split from dsr.data_key
       where scope = $1 and scope_id = any($2::text[]) and wrapped is not null`,
      [scope, ids],
    );
    const boxes = await Promise.all(
      rows.map(async ({ id, ...key }) => {
        const box = await this.#open({ scope, id }, key).catch(unlessUnreadable);
        return box === null ? [] : [[id, box] as const];
      }),
    );
    return new Map(boxes.flat());
  }

  async #open({ scope, id }: KeyOwner, { wrapped, wrapper_id, split }: LivingKey): Promise<Box> {
    const name = nameOf({ scope, id });
    const cached = this.#cache.get(name);
    if (cached?.wrapped.equals(wrapped)) return cached.box;
    const wrapper = await this.masterKeys.get(wrapper_id);
    const key = await wrapper.unwrap(wrapped, name);
    const box = new Box({ scope, id }, split ? joinKey(key, await this.#part({ scope, id })) : key);
    this.#cache.set(name, { wrapped, box });
    return box;
  }

  async #part(owner: KeyOwner): Promise<Buffer> {
    if (this.#parts === undefined) throw new KeyServiceError(withoutFolder);
    const part = await this.#parts.read(owner);
    if (part === undefined) throw new VaultError(withoutPart(owner));
    return part;
  }

  /** The box of the installation itself; it is never destroyed. */
  installationBox(connection: Queryable = this.#database): Promise<Box> {
    return this.box(installation.scope, installation.id, connection);
  }

  /** Whether the owner had a key that was destroyed. */
  async isDestroyed(scope: KeyScope, id: string): Promise<boolean> {
    const sql = 'select 1 from dsr.data_key where scope = $1 and scope_id = $2 and destroyed_at is not null';
    return (await this.#database.query(sql, [scope, id])).rowCount > 0;
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
  return `The second part of the data key of this ${scope} is gone: it was destroyed, or the folder of key parts is not complete.`;
}

const withoutFolder =
  'This process was not given the folder of key parts: set retention.keyFolder to the one that other processes use.';

async function readKey(connection: Queryable, { scope, id }: KeyOwner): Promise<LivingKey> {
  const sql = 'select wrapped, wrapper_id, split from dsr.data_key where scope = $1 and scope_id = $2';
  const [row] = (await connection.query<KeyRow>(sql, [scope, id])).rows;
  if (!row)
    throw new VaultError(`There is no data key for this ${scope}: restore the database from a backup.`);
  const { wrapped, wrapper_id, split } = row;
  if (!wrapped)
    throw new VaultError(
      `The data key of this ${scope} was destroyed: what it protected cannot be read any more.`,
    );
  return { wrapped, wrapper_id, split };
}
