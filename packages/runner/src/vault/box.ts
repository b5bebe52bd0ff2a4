import { createHmac } from 'node:crypto';
import type { Json } from '@privacy-connectors/core';
import { decrypt, encrypt } from './authenticated-encryption.js';
import { deriveKey } from './derived-key.js';
import type { KeyOwner } from './key-owner.js';

/** Seals and opens the values of one connection, request or installation. */
export class Box {
  readonly #owner: KeyOwner;
  readonly #sealingKey: Buffer;
  readonly #digestKey: Buffer;

  constructor(owner: KeyOwner, dataKey: Buffer) {
    this.#owner = owner;
    this.#sealingKey = deriveKey(dataKey, 'seal');
    this.#digestKey = deriveKey(dataKey, 'digest');
  }

  /** Encrypts `plain`; it opens only in this box and with the same `context`, e.g. `record.data` and the row's key. */
  seal(context: string, plain: Uint8Array): Buffer {
    return encrypt(this.#sealingKey, this.#associated(context), plain);
  }

  /** @throws VaultError when `sealed` was changed, or comes from another box or context. */
  open(context: string, sealed: Uint8Array): Buffer {
    return decrypt(this.#sealingKey, this.#associated(context), sealed);
  }

  sealJson(context: string, value: Json): Buffer {
    return this.seal(context, Buffer.from(JSON.stringify(value), 'utf8'));
  }

  /** @throws VaultError when `sealed` was changed, or comes from another box or context. */
  openJson(context: string, sealed: Uint8Array): Json {
    return JSON.parse(this.open(context, sealed).toString('utf8')) as Json;
  }

  /** A 32-byte stand-in (HMAC-SHA-256) for a value: equal for equal values, and without the data key tied to none. */
  digest(value: string): Buffer {
    return createHmac('sha256', this.#digestKey).update(value, 'utf8').digest();
  }

  #associated(context: string): string {
    return JSON.stringify([this.#owner.scope, this.#owner.id, context]);
  }
}
