import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/store/database.js';
import { barrier } from './support/barrier.js';
import { startMigratedDatabase, type MigratedDatabase } from './support/migrated-database.js';
import { never } from './support/never.js';

let server: MigratedDatabase;
let database: Database;

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
});

afterAll(() => server.stop());

describe('Database.exclusively', () => {
  it('lets one in at a time, across pools, and everyone at last', async () => {
    const other = await Database.open(server.url);
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await database.query('select pg_sleep(0.001)');
      inside -= 1;
    };
    const runs = Array.from({ length: 30 }, (_, index) =>
      [database, other][index % 2]!.exclusively('key', never, work),
    );
    await Promise.all(runs);
    await other.close();
    expect(most).toBe(1);
  });

  it('does not keep different keys from each other, nor from others the pool', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => `slow ${index}`);
    const all = barrier(keys.length);
    const held = keys.map((key) => database.exclusively(key, never, all));
    await Promise.all([database.query('select 1'), ...held]);
    expect(await database.exclusively('free', never, () => Promise.resolve('again'))).toBe('again');
  });

  it('lets waiters, however many, leave the holder a connection', async () => {
    const stop = new AbortController();
    const waiting: Promise<unknown>[] = [];
    await database.exclusively('busy', never, async () => {
      for (let index = 0; index < 30; index += 1) {
        waiting.push(database.exclusively('busy', stop.signal, () => Promise.resolve()).catch(String));
      }
      await database.query('select 1');
      stop.abort();
      expect(await Promise.all(waiting)).toEqual(
        Array.from({ length: 30 }, () => String(stop.signal.reason)),
      );
    });
  });

  it('leaves holders, however many, connections for their work', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => `key ${index}`);
    const runs = keys.map((key) =>
      database.exclusively(key, never, async () => (await database.query('select 1')).rowCount),
    );
    expect(await Promise.all(runs)).toEqual(keys.map(() => 1));
  });

  it('frees the key when work fails', async () => {
    await expect(
      database.exclusively('f', never, () => Promise.reject(new RangeError('no'))),
    ).rejects.toThrow(RangeError);
    expect(await database.exclusively('f', never, () => Promise.resolve('free'))).toBe('free');
  });
});
