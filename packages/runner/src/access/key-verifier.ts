import { timingSafeEqual } from 'node:crypto';
import type { Authentication } from '../application/application.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { ApiKeyStore } from '../store/api-key-store.js';
import type { Database } from '../store/database.js';
import { keyHolder, keyIdOf, type Actor } from './actor.js';
import { digestOf, parseKeyText } from './key-text.js';

/** Compared with when there is no such key, so that an unknown id takes as long as a wrong secret. */
const nobodysDigest = Buffer.alloc(32);

/** Finds out who presents a key. */
export class KeyVerifier implements Authentication {
  readonly #database: Database;
  readonly #keys: ApiKeyStore;
  readonly #audit: AuditLog;

  constructor(database: Database, keys: ApiKeyStore, audit: AuditLog) {
    this.#database = database;
    this.#keys = keys;
    this.#audit = audit;
  }

  /** Asks the database each time: a key that was revoked is refused from then on, by every process. */
  async verify(presented: string): Promise<Actor | undefined> {
    const key = parseKeyText(presented);
    if (key === undefined) return undefined;
    const proof = await this.#keys.proof(key.id);
    const isProven = timingSafeEqual(digestOf(key), proof?.digest ?? nobodysDigest);
    if (proof === undefined || !isProven || !proof.valid) return undefined;
    const actor = keyHolder(key.id, proof.role);
    if (proof.unrecorded) await this.#recordUse(key.id, actor);
    return actor;
  }

  async isValid({ name }: Actor): Promise<boolean> {
    const id = keyIdOf(name);
    return id === undefined || (await this.#keys.proof(id))?.valid === true;
  }

  #recordUse(id: string, actor: Actor): Promise<void> {
    return this.#database.transaction(async (connection) => {
      if (!(await this.#keys.recordUse(id, connection))) return;
      await this.#audit.append({ action: 'key.used', actor: actor.name, details: { key: id } }, connection);
    });
  }
}
