import { decrypt, encrypt } from './authenticated-encryption.js';
import { deriveKey } from './derived-key.js';
import type { KeyWrapper } from './key-wrapper.js';
import type { MasterKey } from './master-key.js';

const idBytes = 8;

/** Wraps data keys with the installation's own master key. */
export class MasterKeyWrapper implements KeyWrapper {
  readonly id: string;
  readonly #wrappingKey: Buffer;

  constructor(masterKey: MasterKey) {
    const key = masterKey.reveal();
    this.id = `master-key:${deriveKey(key, 'master-key-id').subarray(0, idBytes).toString('hex')}`;
    this.#wrappingKey = deriveKey(key, 'wrap');
  }

  wrap(dataKey: Buffer, context: string): Promise<Buffer> {
    return Promise.resolve(encrypt(this.#wrappingKey, context, dataKey));
  }

  unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    return new Promise((resolve) => {
      resolve(decrypt(this.#wrappingKey, context, wrapped));
    });
  }
}
