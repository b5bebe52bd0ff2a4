import type { ApiKeyStore } from '../store/api-key-store.js';
import { type Actor, host, keyHolder } from './actor.js';

/** Who an actor is today: a key that began something may have been revoked since. */
export class KeyHolders {
  readonly #keys: ApiKeyStore;

  constructor(keys: ApiKeyStore) {
    this.#keys = keys;
  }

  /** Undefined when the key of that name expired or was revoked. */
  async current(name: string): Promise<Actor | undefined> {
    if (name === host.name) return host;
    const id = name.replace(/^key:/, '');
    const proof = await this.#keys.proof(id);
    return proof?.valid === true ? keyHolder(id, proof.role) : undefined;
  }
}
