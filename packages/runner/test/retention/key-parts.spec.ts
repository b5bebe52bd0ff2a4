import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyServiceError } from '../../src/errors/runner-error.js';
import type { Database } from '../../src/store/database.js';
import type { DataKeys } from '../../src/vault/data-keys.js';
import { KeyPartFolder } from '../../src/vault/key-part-folder.js';
import { openVault } from '../../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { masterKeyOf } from '../support/vault.js';

const folder = temporaryFolder();
let server: MigratedDatabase;
let database: Database;

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

const open = (path = folder.path): Promise<DataKeys> =>
  openVault(database, masterKeyOf(1), new KeyPartFolder(path));

async function seal(): Promise<{ readonly id: string; readonly sealed: Buffer }> {
  const keys = await open();
  const id = randomUUID();
  await keys.create('request', id);
  return { id, sealed: (await keys.box('request', id)).seal('email', Buffer.from('hello')) };
}

describe('a data key of two parts', () => {
  it('opens in another process that has both', async () => {
    const { id, sealed } = await seal();
    const box = await (await open()).box('request', id);
    expect(box.open('email', sealed).toString()).toBe('hello');
  });

  it('is none without its second part, whoever has the database and the master key', async () => {
    const { id } = await seal();
    await expect(open(join(folder.path, 'elsewhere'))).rejects.toThrow(KeyServiceError);
    const without = await openVault(database, masterKeyOf(1));
    await expect(without.box('request', id)).rejects.toThrow(KeyServiceError);
    await expect(without.boxes('request', [id])).rejects.toThrow(KeyServiceError);
    const keys = await open();
    rmSync(join(folder.path, 'request', id.slice(0, 2), `${id}.key`));
    await expect(keys.box('request', id)).rejects.toThrow('The second part');
    expect((await keys.boxes('request', [id])).size).toBe(0);
  });

  it('cannot be brought back by an old row once it was destroyed', async () => {
    const { id } = await seal();
    const keys = await open();
    const sql = 'select wrapped from dsr.data_key where scope_id = $1';
    const [before] = (await database.query<{ wrapped: Buffer }>(sql, [id])).rows;
    await keys.destroy('request', id);
    expect(await keys.destroyParts(10)).toBe(1);
    expect(await keys.destroyParts(10)).toBe(0);
    await database.query(
      'update dsr.data_key set wrapped = $2, destroyed_at = null, split = true where scope_id = $1',
      [id, before?.wrapped ?? null],
    );
    await expect((await open()).box('request', id)).rejects.toThrow('The second part');
  });

  it('is neither destroyed nor taken for destroyed while the folder is away', async () => {
    const { id } = await seal();
    const { id: read } = await seal();
    const keys = await open();
    await keys.destroy('request', id);
    const away = `${folder.path}.away`;
    renameSync(folder.path, away);
    try {
      await expect(keys.destroyParts(10)).rejects.toThrow(KeyServiceError);
      await expect(keys.boxes('request', [read])).rejects.toThrow(KeyServiceError);
      await expect(keys.create('request', randomUUID())).rejects.toThrow(KeyServiceError);
      // As when the volume is not mounted: the folder is there, and empty.
      mkdirSync(folder.path);
      await expect(keys.destroyParts(10)).rejects.toThrow(KeyServiceError);
      await expect(keys.box('request', read)).rejects.toThrow(/is away.*installation-[0-9a-f]{64}/);
      await expect(open()).rejects.toThrow(KeyServiceError);
      expect(readdirSync(folder.path)).toEqual([]);
    } finally {
      rmSync(folder.path, { recursive: true, force: true });
      renameSync(away, folder.path);
    }
    expect(await keys.destroyParts(10)).toBe(1);
    expect(readdirSync(join(folder.path, 'request', id.slice(0, 2)))).not.toContain(`${id}.key`);
    await expect(keys.box('request', read)).resolves.toBeDefined();
  });

  it('keeps its second part when its destruction is not committed', async () => {
    const { id, sealed } = await seal();
    const keys = await open();
    const broken = database.transaction(async (connection) => {
      await keys.destroy('request', id, connection);
      throw new Error('The process died.');
    });
    await expect(broken).rejects.toThrow('died');
    expect(await keys.destroyParts(10)).toBe(0);
    expect((await (await open()).box('request', id)).open('email', sealed).toString()).toBe('hello');
  });

  it('has a file for its owner alone, which holds no part of any other', async () => {
    const { id } = await seal();
    const path = join(folder.path, 'request', id.slice(0, 2));
    expect(readdirSync(path)).toContain(`${id}.key`);
    expect(statSync(join(path, `${id}.key`)).mode & 0o777).toBe(0o600);
  });

  it('is not made for what has to outlive every folder', async () => {
    const keys = await open();
    const id = randomUUID();
    await keys.create('connection', id);
    await expect((await openVault(database, masterKeyOf(1))).box('connection', id)).resolves.toBeDefined();
  });
});

describe('hosts that share a database', () => {
  let shared: MigratedDatabase;
  let both: Database;

  beforeAll(async () => {
    shared = await startMigratedDatabase();
    both = shared.database;
    await openVault(both, masterKeyOf(1));
  });

  beforeEach(async () => {
    await both.query('delete from dsr.key_part_folder');
    await both.query('delete from dsr.data_key where split');
  });

  afterAll(() => shared.stop());

  const place = () => join(folder.path, randomUUID());
  const host = (path: string) => openVault(both, masterKeyOf(1), new KeyPartFolder(path));
  const marks = (path: string) => readdirSync(path).filter((name) => name.startsWith('installation-'));

  it('use one folder: of those that start with their own, all but the first are refused', async () => {
    const paths = Array.from({ length: 6 }, place);
    const started = await Promise.allSettled(paths.map(host));
    const refused = started.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(5);
    for (const error of refused) {
      expect(error).toBeInstanceOf(KeyServiceError);
      expect(error).toHaveProperty('message', expect.stringContaining('share one folder'));
    }
    // Refused again when it starts anew, and still before the first key with a second part.
    const again = await Promise.allSettled(paths.map(host));
    expect(again.map(({ status }) => status)).toEqual(started.map(({ status }) => status));
  });

  it('may all start at once with the one that they share', async () => {
    const path = place();
    const [keys] = await Promise.all([1, 2, 3, 4].map(() => host(path)));
    expect(marks(path)).toHaveLength(1);
    const id = randomUUID();
    await keys!.create('request', id);
    await expect((await host(path)).box('request', id)).resolves.toBeDefined();
  });

  it('go on with a folder that an earlier version marked, and with no other one', async () => {
    const path = place();
    const id = randomUUID();
    await (await host(path)).create('request', id);
    await both.query('delete from dsr.key_part_folder');
    const [mark] = marks(path);
    const box = await (await openVault(both, masterKeyOf(1))).installationBox();
    renameSync(join(path, mark!), join(path, `installation-${box.digest('key-parts').toString('hex')}`));
    await expect(host(place())).rejects.toThrow(KeyServiceError);
    await expect((await host(path)).box('request', id)).resolves.toBeDefined();
    await expect((await host(path)).box('request', id)).resolves.toBeDefined();
  });
});
