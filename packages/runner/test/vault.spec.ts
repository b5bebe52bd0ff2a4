import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { VaultError } from '../src/errors/runner-error.js';
import type { Database } from '../src/store/database.js';
import { isVaultInUse, openVault } from '../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from './support/migrated-database.js';
import { masterKeyOf } from './support/vault.js';

let server: MigratedDatabase;
let database: Database;

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
});

beforeEach(async () => {
  await database.query('delete from dsr.data_key');
});

afterAll(() => server.stop());

describe('openVault', () => {
  it('opens in a later process what was sealed in an earlier one', async () => {
    const first = await openVault(database, masterKeyOf(1));
    await first.create('request', 'r');
    const sealed = (await first.box('request', 'r')).seal('email', Buffer.from('hello'));
    const second = await openVault(database, masterKeyOf(1));
    expect((await second.box('request', 'r')).open('email', sealed).toString()).toBe('hello');
  });

  it('refuses another master key and changes nothing', async () => {
    await openVault(database, masterKeyOf(1));
    const before = await database.query('select * from dsr.data_key');
    await expect(openVault(database, masterKeyOf(2))).rejects.toThrow('master key does not fit this data');
    expect((await database.query('select * from dsr.data_key')).rows).toEqual(before.rows);
  });

  it('has one installation key, whoever comes first', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => openVault(database, masterKeyOf(1))));
    const digests = await Promise.all(
      keys.map(async (each) => (await each.installationBox()).digest('x').toString('hex')),
    );
    expect(new Set(digests).size).toBe(1);
  });

  it('tells whether the vault is in use', async () => {
    expect(await isVaultInUse(database)).toBe(false);
    await openVault(database, masterKeyOf(1));
    expect(await isVaultInUse(database)).toBe(true);
  });
});

describe('DataKeys', () => {
  it('keeps the key that is there when it is asked to create it again', async () => {
    const keys = await openVault(database, masterKeyOf(1));
    await keys.create('connection', 'c');
    const sealed = (await keys.box('connection', 'c')).seal('token', Buffer.from('hello'));
    await keys.create('connection', 'c');
    expect((await keys.box('connection', 'c')).open('token', sealed).toString()).toBe('hello');
  });

  it('has no box for an unknown owner', async () => {
    const keys = await openVault(database, masterKeyOf(1));
    await expect(keys.box('request', 'nobody')).rejects.toThrow('There is no data key for this request');
  });

  it('refuses a destroyed key at once, in every process, for good', async () => {
    const [here, elsewhere] = [
      await openVault(database, masterKeyOf(1)),
      await openVault(database, masterKeyOf(1)),
    ];
    await here.create('request', 'r');
    await elsewhere.box('request', 'r');
    await here.destroy('request', 'r');
    await here.create('request', 'r');
    await expect(here.box('request', 'r')).rejects.toThrow('was destroyed');
    await expect(elsewhere.box('request', 'r')).rejects.toThrow('was destroyed');
    const { rows } = await database.query(`select wrapped from dsr.data_key where scope = 'request'`);
    expect(rows).toEqual([{ wrapped: null }]);
  });

  it('notices a wrapped key that was moved to another owner', async () => {
    const keys = await openVault(database, masterKeyOf(1));
    await keys.create('request', 'a');
    await keys.create('request', 'b');
    await keys.box('request', 'b');
    await database.query(
      `update dsr.data_key set wrapped = (select wrapped from dsr.data_key where scope_id = 'a') where scope_id = 'b'`,
    );
    await expect(keys.box('request', 'b')).rejects.toThrow(VaultError);
  });

  it('creates and uses a key in a transaction, and forgets it on rollback', async () => {
    const keys = await openVault(database, masterKeyOf(1));
    const failed = database.transaction(async (connection) => {
      await keys.create('request', 'r', connection);
      await keys.box('request', 'r', connection);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await expect(keys.box('request', 'r')).rejects.toThrow('There is no data key');
  });

  it('stores no key in clear', async () => {
    const masterKey = Buffer.alloc(32, 1);
    await openVault(database, masterKeyOf(1));
    const { rows } = await database.query<{ wrapped: Buffer; wrapper_id: string }>(
      'select * from dsr.data_key',
    );
    expect(rows[0]?.wrapped.includes(masterKey)).toBe(false);
    expect(rows[0]?.wrapper_id).toMatch(/^master-key:[0-9a-f]{16}$/);
  });
});
