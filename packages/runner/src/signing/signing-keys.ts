import { CompactSign } from 'jose';
import type { AuditLog } from '../audit/audit-log.js';
import { lock } from '../store/advisory-lock.js';
import type { Database, Queryable } from '../store/database.js';
import type { KeyInUse, SigningKeyRow, SigningKeyStore } from '../store/signing-key-store.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { PublicKeySet, PublicSigningKey } from './json-web-key-set.js';
import { algorithm, makeKeyPair, publicPart } from './key-pair.js';

/** What signing works with. */
export interface SigningParts {
  readonly database: Database;
  readonly store: SigningKeyStore;
  readonly keys: DataKeys;
  readonly audit: AuditLog;
}

/** The keys by which the installation signs what it attests: Ed25519, one in use at a time, made at the first use. */
export class SigningKeys {
  readonly #parts: SigningParts;

  constructor(parts: SigningParts) {
    this.#parts = parts;
  }

  /**
   * A compact JWS (RFC 7515) over `payload`. Not to be called by who holds the audit log's lock, for the first call appends
   * to the log in a transaction of its own.
   * @param type The header's `typ`, which tells one kind of signed text from the others, e.g. `dsr-receipt+jws`.
   */
  async sign(payload: Uint8Array, type: string): Promise<string> {
    const { kid, x, d } = await this.#inUse();
    return new CompactSign(payload)
      .setProtectedHeader({ alg: algorithm, kid, typ: type })
      .sign({ ...publicPart(x), d });
  }

  /**
   * Every public key, so that what was signed before a rotation can be checked after it.
   * @throws EvidenceError when the database holds one that the installation did not make, or holds it otherwise.
   */
  async keySet(): Promise<PublicKeySet> {
    const { store, keys } = this.#parts;
    return { keys: (await store.all(await keys.installationBox())).map(publicKeyOf) };
  }

  /** Makes a new key and destroys the private part of the one that was in use. @returns the id of the new key. */
  async rotate(actor: string): Promise<string> {
    const { store, audit } = this.#parts;
    const { kid } = await this.#change(async (connection, box) => {
      const retired = await store.retire(box, connection);
      if (retired !== undefined)
        await audit.append({ action: 'signing_key.retired', actor, details: { key: retired } }, connection);
      return this.#make(actor, box, connection);
    });
    return kid;
  }

  async #inUse(): Promise<KeyInUse> {
    const { store, keys } = this.#parts;
    const known = await store.inUse(await keys.installationBox());
    // Several processes may come to the first use at the same time.
    return (
      known ??
      this.#change(async (connection, box) => {
        return (await store.inUse(box, connection)) ?? this.#make('runner', box, connection);
      })
    );
  }

  async #make(actor: string, box: Box, connection: Queryable): Promise<KeyInUse> {
    const { store, audit } = this.#parts;
    const pair = await makeKeyPair();
    await store.insert(pair, box, connection);
    await audit.append({ action: 'signing_key.created', actor, details: { key: pair.kid } }, connection);
    return pair;
  }

  async #change<Result>(work: (connection: Queryable, box: Box) => Promise<Result>): Promise<Result> {
    const box = await this.#parts.keys.installationBox();
    return this.#parts.database.transaction(async (connection) => {
      await lock(connection, 'dsr.signing_key');
      return work(connection, box);
    });
  }
}

function publicKeyOf({ kid, x, created_at, retired_at }: SigningKeyRow): PublicSigningKey {
  const iat = Math.floor(created_at.getTime() / 1000);
  const key = { ...publicPart(x), kid, use: 'sig', alg: algorithm, iat } as const;
  return retired_at === null ? key : { ...key, exp: Math.ceil(retired_at.getTime() / 1000) };
}
