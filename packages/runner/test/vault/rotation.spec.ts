import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { ConfiguredMasterKeys } from '../../src/config/configured-master-keys.js';
import { InputError, KeyServiceError } from '../../src/errors/runner-error.js';
import type { Database } from '../../src/store/database.js';
import type { DataKeys } from '../../src/vault/data-keys.js';
import { MasterKeyService } from '../../src/vault/master-key-service.js';
import type { MasterKeySource } from '../../src/vault/master-key-source.js';
import { openVault } from '../../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { never } from '../support/never.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { masterKeyOf, wrapperOf } from '../support/vault.js';
import { until } from '../worker/until.js';

function signalled(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    given,
    give: () => {
      give();
    },
  };
}

describe('rotating the master key', () => {
  let server: MigratedDatabase;
  let database: Database;
  let folder: TemporaryFolder;

  beforeAll(async () => {
    server = await startMigratedDatabase();
    ({ database } = server);
  });

  beforeEach(async () => {
    folder = temporaryFolder();
    await database.query('delete from dsr.data_key');
  });

  afterEach(() => {
    folder.remove();
  });

  afterAll(() => server.stop());

  async function keysOf(vault: DataKeys, count: number): Promise<ReadonlyMap<string, Buffer>> {
    const sealed = new Map<string, Buffer>();
    for (let number = 0; number < count; number += 1) {
      const id = randomUUID();
      await vault.create('request', id);
      sealed.set(id, (await vault.box('request', id)).seal('value', Buffer.from(id)));
    }
    return sealed;
  }

  async function expectReadable(vault: DataKeys, sealed: ReadonlyMap<string, Buffer>): Promise<void> {
    for (const [id, value] of sealed) {
      expect((await vault.box('request', id)).open('value', value).toString()).toBe(id);
    }
  }

  function rotate(vault: DataKeys, signal = never) {
    const parts = { database, audit: new AuditLog(database), masterKeys: vault.masterKeys };
    return new MasterKeyService(parts, host).rotate(signal);
  }

  async function countUnder(byte: number): Promise<number> {
    const sql = 'select 1 from dsr.data_key where wrapper_id = $1 and wrapped is not null';
    return (await database.query(sql, [wrapperOf(byte).id])).rowCount;
  }

  it('puts every key under the next one, and the old one opens nothing any more', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    const sealed = await keysOf(vault, 40);
    expect(await rotate(vault)).toMatchObject({ masterKey: wrapperOf(2).id, rewrapped: 41, keys: 41 });
    expect(await countUnder(1)).toBe(0);
    await expectReadable(await openVault(database, masterKeyOf(2)), sealed);
    await expectReadable(vault, sealed);
    await expect(openVault(database, masterKeyOf(1))).rejects.toThrow('does not fit this data');
    expect((await rotate(vault)).rewrapped).toBe(0);
  });

  it('leaves no key under the old one however many are made meanwhile', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    await keysOf(vault, 40);
    const others = await Promise.all([1, 2, 3].map(() => openVault(database, masterKeyOf(1, 2))));
    const making = others.map((other) => keysOf(other, 60));
    await rotate(vault);
    const made = await Promise.all(making);
    expect(await countUnder(1)).toBe(0);
    for (const sealed of made) await expectReadable(vault, sealed);
  });

  it('waits for a key that is being made under the old one', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    const [made, commit] = [signalled(), signalled()];
    const making = database.transaction(async (connection) => {
      await vault.create('request', 'late', connection);
      made.give();
      await commit.given;
    });
    await made.given;
    const rotating = rotate(vault);
    await Promise.race([rotating, until(isSomebodyWaiting)]);
    commit.give();
    await Promise.all([making, rotating]);
    expect(await countUnder(1)).toBe(0);
  });

  async function isSomebodyWaiting(): Promise<boolean> {
    return (await database.query('select 1 from pg_locks where not granted')).rowCount > 0;
  }

  it('is carried on where it was interrupted', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    const sealed = await keysOf(vault, 100);
    await expect(rotate(vault, AbortSignal.abort())).rejects.toThrow();
    expect(await countUnder(1)).toBe(100);
    const half = await openVault(database, masterKeyOf(1, 2));
    await expectReadable(half, sealed);
    expect((await rotate(half)).rewrapped).toBe(100);
    await expectReadable(await openVault(database, masterKeyOf(2)), sealed);
  });

  it('leaves destroyed keys destroyed', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    const [[id = ''] = []] = await keysOf(vault, 1);
    await vault.destroy('request', id);
    await rotate(vault);
    await expect(vault.box('request', id)).rejects.toThrow('was destroyed');
    expect((await vault.boxes('request', [id])).size).toBe(0);
  });

  it('says how many keys it cannot read, and puts the others under the next one', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    const sealed = await keysOf(vault, 30);
    const [[id = ''] = []] = sealed;
    await database.query(
      `update dsr.data_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where scope_id = $1`,
      [id],
    );
    await expect(rotate(vault)).rejects.toThrow(/^1 data key\(s\) cannot be read/);
    expect(await countUnder(1)).toBe(1);
    const others = new Map([...sealed].filter(([other]) => other !== id));
    await expectReadable(await openVault(database, masterKeyOf(1, 2)), others);
  });

  it('gives way to a rotation that goes elsewhere, and leaves every key readable', async () => {
    const vault = await openVault(database, masterKeyOf(1, 2));
    const sealed = await keysOf(vault, 60);
    const other = await openVault(database, masterKeyOf(1, 3));
    await Promise.allSettled([rotate(vault), rotate(other)]);
    expect((await countUnder(2)) + (await countUnder(3))).toBeGreaterThan(0);
    const all = await openVault(database, {
      ...masterKeyOf(1),
      load: () => Promise.resolve({ current: wrapperOf(2), next: wrapperOf(3) }),
    });
    await expectReadable(all, sealed);
  });

  it('lets a process wait that was not given the next key, and loses nothing', async () => {
    const late = await openVault(database, masterKeyOf(1));
    const sealed = await keysOf(late, 3);
    await rotate(await openVault(database, masterKeyOf(1, 2)));
    const [[id = ''] = []] = sealed;
    const reading = late.box('request', id);
    await expect(reading).rejects.toBeInstanceOf(KeyServiceError);
    await expect(reading).rejects.toThrow(/waits until it is started again .* DSR_MASTER_KEY_NEXT/);
    await expect(late.boxes('request', [id])).rejects.toBeInstanceOf(KeyServiceError);
    await expect(late.create('request', 'new')).rejects.toBeInstanceOf(KeyServiceError);
  });

  function fileSource(): MasterKeySource {
    const configuration = { home: folder.path, kms: {} };
    return new ConfiguredMasterKeys(configuration, () =>
      Promise.resolve(readdirSync(folder.path).length === 0),
    );
  }

  it('is followed by processes that have the key from a file', async () => {
    const vault = await openVault(database, fileSource());
    const follower = await openVault(database, fileSource());
    const before = readFileSync(join(folder.path, 'master.key'), 'utf8');
    const sealed = await keysOf(follower, 5);
    await rotate(vault);
    await expectReadable(follower, sealed);
    await keysOf(follower, 2);
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.next'))).toEqual([]);
    expect(readFileSync(join(folder.path, 'master.key'), 'utf8')).not.toBe(before);
    await expectReadable(await openVault(database, fileSource()), sealed);
  });

  it('keeps each old key in a file of its own, which it names', async () => {
    for (let count = 1; count <= 2; count += 1) {
      const vault = await openVault(database, fileSource());
      const before = readFileSync(join(folder.path, 'master.key'), 'utf8');
      const known = readdirSync(folder.path);
      const { toDo } = await rotate(vault);
      const [old = '', ...more] = readdirSync(folder.path).filter((name) => !known.includes(name));
      expect([...known, old]).toHaveLength(count + 1);
      expect(more).toEqual([]);
      expect(old).toMatch(/^master\.key\.[0-9a-f]{16}\.old$/);
      expect(toDo).toContain(`The old one is in ${old} `);
      expect(readFileSync(join(folder.path, old), 'utf8')).toBe(before);
      expect(statSync(join(folder.path, old)).mode & 0o777).toBe(0o600);
    }
  });

  it('keeps one old key, and never the new one, when several processes end a rotation at once', async () => {
    const vault = await openVault(database, fileSource());
    const before = readFileSync(join(folder.path, 'master.key'), 'utf8');
    await vault.masterKeys.source.makeNext();
    await Promise.all([1, 2, 3, 4].map(() => fileSource().retireCurrent()));
    const [, old = '', ...more] = readdirSync(folder.path).sort();
    expect(more).toEqual([]);
    expect(readFileSync(join(folder.path, old), 'utf8')).toBe(before);
  });

  it('asks for the next key where it is not ours to make', async () => {
    const { current } = await masterKeyOf(1).load();
    const source = new ConfiguredMasterKeys(
      { home: folder.path, kms: {}, masterKey: new Sensitive(Buffer.alloc(32, 1)) },
      () => Promise.resolve(false),
    );
    const vault = await openVault(database, source);
    expect(vault.masterKeys.given.current.id).toBe(current.id);
    await expect(rotate(vault)).rejects.toBeInstanceOf(InputError);
  });
});
