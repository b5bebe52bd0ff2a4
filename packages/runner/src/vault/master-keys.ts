import { KeyServiceError } from '../errors/runner-error.js';
import type { KeyWrapper } from './key-wrapper.js';
import type { GivenMasterKeys, MasterKeySource } from './master-key-source.js';

/** The master keys of this process, by the ids that wrapped data keys carry. */
export class MasterKeys {
  readonly source: MasterKeySource;
  #given: GivenMasterKeys;
  /** Keys stay once they were given: a file that was replaced may still have data keys under it. */
  readonly #known = new Map<string, KeyWrapper>();

  private constructor(source: MasterKeySource, given: GivenMasterKeys) {
    this.source = source;
    this.#given = given;
    this.#remember(given);
  }

  static async load(source: MasterKeySource): Promise<MasterKeys> {
    return new MasterKeys(source, await source.load());
  }

  get given(): GivenMasterKeys {
    return this.#given;
  }

  /** Whether the key of this id was given, also since this process started. */
  async has(id: string): Promise<boolean> {
    if (!this.#known.has(id)) await this.reload();
    return this.#known.has(id);
  }

  /** @throws KeyServiceError when this process was not given that key. */
  async get(id: string): Promise<KeyWrapper> {
    if (!this.#known.has(id)) await this.reload();
    const wrapper = this.#known.get(id);
    if (wrapper === undefined) throw new KeyServiceError(notGiven(id));
    return wrapper;
  }

  async reload(): Promise<GivenMasterKeys> {
    this.#given = await this.source.load();
    this.#remember(this.#given);
    return this.#given;
  }

  #remember({ current, next }: GivenMasterKeys): void {
    for (const wrapper of [current, next]) if (wrapper) this.#known.set(wrapper.id, wrapper);
  }
}

function notGiven(id: string): string {
  return `This process was not given the master key ${id}: it waits until it is started again with that key, as DSR_MASTER_KEY_NEXT (kms.next) or, once the rotation has ended, as DSR_MASTER_KEY (kms.current).`;
}
