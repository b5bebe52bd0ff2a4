import { timingSafeEqual } from 'node:crypto';
import type { Authentication } from '../application/keys.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { ApiKeyStore, KeyProof } from '../store/api-key-store.js';
import type { Database } from '../store/database.js';
import { keyHolder, keyIdOf, type Actor } from './actor.js';
import { digestOf, type KeyText, parseKeyText } from './key-text.js';
import type { KeyUses } from './key-uses.js';

/** Compared with when there is no such key, so that an unknown id takes as long as a wrong secret. */
const nobodysDigest = Buffer.alloc(32);

/** Finds out who presents a key. */
export class KeyVerifier implements Authentication {
  readonly #database: Database;
  readonly #keys: ApiKeyStore;
  readonly #audit: AuditLog;
  readonly #uses: KeyUses;

  constructor(database: Database, keys: ApiKeyStore, audit: AuditLog, uses: KeyUses) {
    this.#database = database;
    this.#keys = keys;
    this.#audit = audit;
    this.#uses = uses;
  }

  /** Asks the database each time: a key that was revoked is refused from then on, by every process. */
  async verify(presented: string): Promise<Actor | undefined> {
    const key = parseKeyText(presented);
    const proof = key && (await this.#keys.proof(key.id));
    if (key === undefined || !isProven(key, proof)) {
      this.#uses.refused(proof === undefined ? undefined : key?.id);
      return undefined;
    }
    this.#uses.used(key.id);
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

function isProven(key: KeyText, proof: KeyProof | undefined): proof is KeyProof {
  const isSame = timingSafeEqual(digestOf(key), proof?.digest ?? nobodysDigest);
  return isSame && proof?.valid === true;
}
