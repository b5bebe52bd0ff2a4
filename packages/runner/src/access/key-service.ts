import type { IssuedApiKey, Keys, NewApiKey } from '../application/keys.js';
import type { ApiKeyView } from '../application/views/api-key-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import { InputError, NotFoundError } from '../errors/runner-error.js';
import type { ApiKeyRow, ApiKeyStore } from '../store/api-key-store.js';
import type { Database } from '../store/database.js';
import type { Actor } from './actor.js';
import { digestOf, keyIdPattern, newKeyText } from './key-text.js';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const defaultDays = 90;
const mostDays = 366;

/** What the service works with. */
export interface KeyParts {
  readonly database: Database;
  readonly keys: ApiKeyStore;
  readonly audit: AuditLog;
}

/** Issues and revokes keys on behalf of somebody. */
export class KeyService implements Keys {
  readonly #parts: KeyParts;
  readonly #actor: Actor;

  constructor(parts: KeyParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async create({ role, name, expiresInDays = defaultDays }: NewApiKey): Promise<IssuedApiKey> {
    refuseName(name);
    refuseDays(expiresInDays);
    const key = newKeyText();
    const createdBy = this.#actor.name;
    const row = { id: key.id, role, name: name ?? null, digest: digestOf(key), createdBy, expiresInDays };
    const { database, keys, audit } = this.#parts;
    return database.transaction(async (connection) => {
      const stored = await keys.insert(row, connection);
      const details = { key: key.id, role, days: expiresInDays };
      await audit.append({ action: 'key.created', actor: createdBy, details }, connection);
      return { ...apiKeyView(stored), key: key.text };
    });
  }

  async list(): Promise<readonly ApiKeyView[]> {
    return (await this.#parts.keys.list()).map(apiKeyView);
  }

  async revoke(id: string): Promise<ApiKeyView> {
    const { database, keys, audit } = this.#parts;
    return database.transaction(async (connection) => {
      if (keyIdPattern.test(id) && (await keys.revoke(id, connection))) {
        await audit.append(
          { action: 'key.revoked', actor: this.#actor.name, details: { key: id } },
          connection,
        );
      }
      const row = await keys.byId(id, connection);
      if (row !== undefined) return apiKeyView(row);
      throw new NotFoundError('There is no key with this id. dsr keys list shows those there are.');
    });
  }
}

function apiKeyView(row: ApiKeyRow): ApiKeyView {
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

function refuseName(name: string | undefined): void {
  if (name === undefined || namePattern.test(name)) return;
  throw new InputError(
    'The name of a key has 1 to 63 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.',
  );
}

function refuseDays(days: number): void {
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) return;
  throw new InputError(`A key can be valid for 1 to ${mostDays} days.`);
}
