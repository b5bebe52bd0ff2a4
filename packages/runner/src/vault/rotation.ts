import { ConflictError, VaultError } from '../errors/runner-error.js';
import { currentWrapperId } from './current-wrapper.js';
import type { Queryable } from '../store/queryable.js';
import { type KeyOwner, nameOf } from './key-owner.js';
import type { KeyWrapper } from './key-wrapper.js';
import type { MasterKeys } from './master-keys.js';
import { type WrappedKeyRow, WrappedKeys } from './wrapped-keys.js';

/** Keys that are wrapped anew at the same time: a key management service answers each over the network. */
const batch = 16;

/**
 * Puts all data keys under the next master key, while work goes on. It keeps no state of its own: what is not under the next
 * key is still to be done, whoever died on the way.
 */
export class Rotation {
  readonly #database: Queryable;
  readonly #keys: WrappedKeys;
  readonly #masterKeys: MasterKeys;
  readonly #next: KeyWrapper;

  constructor(database: Queryable, masterKeys: MasterKeys, next: KeyWrapper) {
    this.#database = database;
    this.#keys = new WrappedKeys(database);
    this.#masterKeys = masterKeys;
    this.#next = next;
  }

  /**
   * Keys that none of the master keys opens stay as they are.
   * @returns the number of keys that were wrapped anew.
   * @throws the signal's reason; what was done stays.
   */
  async run(signal: AbortSignal): Promise<number> {
    let rewrapped = await this.#moveInstallation();
    let last: KeyOwner | undefined;
    for (;;) {
      signal.throwIfAborted();
      await this.#refuseAnother();
      const keys = await this.#keys.notUnder(this.#next.id, last, batch);
      if (keys.length === 0) return rewrapped;
      const done = await Promise.all(keys.map((key) => this.#rewrap(key)));
      rewrapped += done.filter(Boolean).length;
      last = keys.at(-1);
    }
  }

  /** The first: from its commit on no new key can come under the old one. */
  async #moveInstallation(): Promise<number> {
    const key = await this.#keys.installation();
    if (key === undefined) throw new VaultError('The vault was not opened.');
    if (key.wrapper_id === this.#next.id) return 0;
    if (!(await this.#rewrap(key))) throw new ConflictError(another);
    return 1;
  }

  async #refuseAnother(): Promise<void> {
    if ((await currentWrapperId(this.#database)) !== this.#next.id) throw new ConflictError(another);
  }

  /** False when the key cannot be read, or was destroyed or wrapped anew in the meantime. */
  async #rewrap(key: WrappedKeyRow): Promise<boolean> {
    const dataKey = await this.#unwrap(key);
    if (dataKey === undefined) return false;
    const wrapped = await this.#next.wrap(dataKey, nameOf(key));
    dataKey.fill(0);
    return this.#keys.replace(key, wrapped, this.#next.id);
  }

  async #unwrap(key: WrappedKeyRow): Promise<Buffer | undefined> {
    if (!(await this.#masterKeys.has(key.wrapper_id))) return undefined;
    try {
      const wrapper = await this.#masterKeys.get(key.wrapper_id);
      return await wrapper.unwrap(key.wrapped, nameOf(key));
    } catch (error) {
      if (error instanceof VaultError) return undefined;
      throw error;
    }
  }
}

const another =
  'Somebody else rotates the master key, to another one. Wait until that is done, and try again with the same next key everywhere.';
