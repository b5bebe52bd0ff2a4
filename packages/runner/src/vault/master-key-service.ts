import type { Actor } from '../access/actor.js';
import type { MasterKeyRotation, MasterKeyRotations } from '../application/master-key-rotations.js';
import type { AuditLog } from '../audit/audit-log.js';
import { VaultError } from '../errors/runner-error.js';
import type { Database } from '../store/database.js';
import { currentWrapperId } from './current-wrapper.js';
import type { KeyWrapper } from './key-wrapper.js';
import type { MasterKeys } from './master-keys.js';
import { Rotation } from './rotation.js';
import { type WrapperCount, WrappedKeys } from './wrapped-keys.js';

/** What the service works with. */
export interface MasterKeyParts {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly masterKeys: MasterKeys;
}

/** Rotates the master key on behalf of somebody. */
export class MasterKeyService implements MasterKeyRotations {
  readonly #parts: MasterKeyParts;
  readonly #actor: Actor;

  constructor(parts: MasterKeyParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async rotate(signal: AbortSignal): Promise<MasterKeyRotation> {
    const { database, masterKeys } = this.#parts;
    const next = await this.#next();
    const from = (await currentWrapperId(database)) ?? '';
    await this.#note('master_key.rotation_started', { from, to: next.id });
    const rewrapped = await new Rotation(database, masterKeys, next).run(signal);
    const counts = await new WrappedKeys(database).countByWrapper();
    const leftBehind = sum(counts.filter(({ id }) => id !== next.id));
    if (leftBehind > 0) throw new VaultError(unreadable(leftBehind));
    await this.#note('master_key.rotated', { to: next.id, keys: rewrapped });
    const toDo = await masterKeys.source.retireCurrent();
    return { masterKey: next.id, rewrapped, keys: sum(counts), toDo };
  }

  async #next(): Promise<KeyWrapper> {
    const { masterKeys } = this.#parts;
    await masterKeys.source.makeNext();
    const { current, next } = await masterKeys.reload();
    return next ?? current;
  }

  async #note(
    action: 'master_key.rotation_started' | 'master_key.rotated',
    details: { readonly [name: string]: string | number },
  ): Promise<void> {
    await this.#parts.audit.append({ action, actor: this.#actor.name, details });
  }
}

function sum(counts: readonly WrapperCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function unreadable(count: number): string {
  return `${count} data key(s) cannot be read with the master keys that were given; all others are under the next one, and nothing is lost. Give the master key they are under as the current one, and run this again.`;
}
