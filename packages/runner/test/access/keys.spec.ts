import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { host, keyHolder } from '../../src/access/actor.js';
import { KeyService } from '../../src/access/key-service.js';
import { KeyUses } from '../../src/access/key-uses.js';
import { KeyVerifier } from '../../src/access/key-verifier.js';
import { Tallies } from '../../src/audit/tallies.js';
import type { IssuedApiKey } from '../../src/application/keys.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { InputError } from '../../src/errors/runner-error.js';
import { ApiKeyStore } from '../../src/store/api-key-store.js';
import type { Database } from '../../src/store/database.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';

let server: MigratedDatabase;
let database: Database;
let service: KeyService;
let verifier: KeyVerifier;

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
  const [keys, audit] = [new ApiKeyStore(database), new AuditLog(database)];
  service = new KeyService({ database, keys, audit }, host);
  verifier = new KeyVerifier(database, keys, audit, new KeyUses(new Tallies(database, audit)));
});

beforeEach(async () => {
  await database.query('delete from dsr.api_key');
});

afterAll(() => server.stop());

async function change(id: string, assignment: string): Promise<void> {
  await database.query(`update dsr.api_key set ${assignment} where id = $1`, [id]);
}

async function lastUse(id: string): Promise<string | null> {
  return (await service.list()).find((key) => key.id === id)?.lastUsedAt ?? null;
}

async function audited(id: string): Promise<readonly { action: string; actor: string; details: object }[]> {
  const { rows } = await database.query<{ action: string; actor: string; details: object }>(
    `select action, actor, details from dsr.audit_entry where details->>'key' = $1 order by seq`,
    [id],
  );
  return rows;
}

const verify = ({ key }: IssuedApiKey) => verifier.verify(key.reveal());

describe('a key', () => {
  it('proves its holder and role', async () => {
    const key = await service.create({ role: 'operator', name: 'helpdesk' });
    expect(await verify(key)).toEqual(keyHolder(key.id, 'operator'));
    expect(key.key.reveal()).toMatch(new RegExp(`^dsr_${key.id}_[A-Za-z0-9_-]{43}$`));
  });

  it('is valid for 90 days unless asked otherwise', async () => {
    const days = ({ createdAt, expiresAt }: IssuedApiKey) =>
      (Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000;
    expect(days(await service.create({ role: 'auditor' }))).toBe(90);
    expect(days(await service.create({ role: 'auditor', expiresInDays: 1 }))).toBe(1);
  });

  it('proves nothing once it expired', async () => {
    const key = await service.create({ role: 'admin' });
    await change(key.id, `expires_at = now() + interval '1 minute'`);
    expect(await verify(key)).toBeDefined();
    await change(key.id, 'expires_at = now()');
    expect(await verify(key)).toBeUndefined();
  });

  it('proves nothing once it was revoked, which is done once', async () => {
    const key = await service.create({ role: 'admin' });
    const { revokedAt } = await service.revoke(key.id);
    expect(revokedAt).not.toBeNull();
    expect(await verify(key)).toBeUndefined();
    expect((await service.revoke(key.id)).revokedAt).toBe(revokedAt);
    expect((await audited(key.id)).map(({ action }) => action)).toEqual(['key.created', 'key.revoked']);
  });

  it('proves nothing when any character of it is another one', async () => {
    const key = (await service.create({ role: 'admin' })).key.reveal();
    const place = fc.nat({ max: key.length - 1 });
    const character = fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' });
    await fc.assert(
      fc.asyncProperty(place, character, async (at, other) => {
        fc.pre(key[at] !== other);
        expect(await verifier.verify(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('proves nothing with the secret of another key', async () => {
    const [one, two] = [await service.create({ role: 'auditor' }), await service.create({ role: 'admin' })];
    const mixed = `dsr_${two.id}_${one.key.reveal().slice(-43)}`;
    expect(await verifier.verify(mixed)).toBeUndefined();
  });

  it('leaves nothing in the database that is part of its secret', async () => {
    const key = await service.create({ role: 'admin' });
    await verify(key);
    const secret = key.key.reveal().slice(-43);
    for (const table of ['api_key', 'audit_entry']) {
      const { rows } = await database.query<{ row: string }>(`select t::text as row from dsr.${table} as t`);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    }
    expect(JSON.stringify([key, await service.list()])).not.toContain(secret);
  });
});

describe('the use of a key', () => {
  it('is recorded at most once a minute', async () => {
    const key = await service.create({ role: 'auditor' });
    await verify(key);
    const first = await lastUse(key.id);
    expect(first).not.toBeNull();
    await Promise.all(Array.from({ length: 20 }, () => verify(key)));
    expect(await lastUse(key.id)).toBe(first);
    await change(key.id, `last_used_at = last_used_at - interval '61 seconds'`);
    await Promise.all(Array.from({ length: 20 }, () => verify(key)));
    expect(Date.parse((await lastUse(key.id))!)).toBeGreaterThanOrEqual(Date.parse(first!));
  });

  it('is audited once a day', async () => {
    const key = await service.create({ role: 'auditor' });
    await Promise.all(Array.from({ length: 20 }, () => verify(key)));
    const uses = async () => (await audited(key.id)).filter(({ action }) => action === 'key.used');
    expect(await uses()).toEqual([{ action: 'key.used', actor: `key:${key.id}`, details: { key: key.id } }]);
    await change(key.id, `last_used_at = last_used_at - interval '1 day'`);
    await verify(key);
    expect(await uses()).toHaveLength(2);
  });

  it('is not recorded for who cannot prove it', async () => {
    const key = await service.create({ role: 'auditor' });
    await verifier.verify(`dsr_${key.id}_${'A'.repeat(43)}`);
    expect(await lastUse(key.id)).toBeNull();
  });
});

describe('the keys', () => {
  it('are listed in the order of their creation, with who created them', async () => {
    const first = await service.create({ role: 'admin' });
    const byKey = new KeyService(
      { database, keys: new ApiKeyStore(database), audit: new AuditLog(database) },
      keyHolder(first.id, 'admin'),
    );
    const second = await byKey.create({ role: 'auditor', name: 'reports' });
    expect(await service.list()).toMatchObject([
      { id: first.id, role: 'admin', name: null, createdBy: 'cli' },
      { id: second.id, role: 'auditor', name: 'reports', createdBy: `key:${first.id}` },
    ]);
    expect(await audited(second.id)).toEqual([
      {
        action: 'key.created',
        actor: `key:${first.id}`,
        details: { key: second.id, role: 'auditor', days: 90 },
      },
    ]);
  });

  it.each([0, -1, 367, 1.5, Number.NaN])('are not valid for %d days', async (expiresInDays) => {
    await expect(service.create({ role: 'admin', expiresInDays })).rejects.toThrow(InputError);
  });

  it.each(['', ' ', 'jane@example.org', 'a b', 'x'.repeat(64)])('are not called %j', async (name) => {
    await expect(service.create({ role: 'admin', name })).rejects.toThrow(InputError);
  });

  it.each(['', 'nothing', '0123456789abcdef', "' or true --"])('have no id %j to revoke', async (id) => {
    await expect(service.revoke(id)).rejects.toThrow('There is no key with this id');
  });
});
