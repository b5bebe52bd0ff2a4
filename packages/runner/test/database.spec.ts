import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseError } from '../src/errors/runner-error.js';
import { isPassingFailure } from '../src/store/database-failure.js';
import { Database, SqlError } from '../src/store/database.js';
import { startTestDatabase, type TestDatabase } from './support/database.js';
import { never } from './support/never.js';

let server: TestDatabase;
let database: Database;

const ignore = (): void => undefined;

beforeAll(async () => {
  server = await startTestDatabase();
  database = await Database.open(server.url);
  await database.query('create table note (id integer primary key, text text)');
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

async function caught(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function count(): Promise<number> {
  const { rows } = await database.query<{ count: number }>('select count(*) from note');
  return rows[0]!.count;
}

/** Ends every connection but the one that asks. */
async function breakConnections(): Promise<void> {
  const other = await Database.open(server.url);
  await other.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
  await other.close();
}

describe('Database.open', () => {
  it('says that nothing listens, without URL and password', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    await new Promise((resolve) => listener.close(resolve));
    const error = await caught(Database.open(`postgresql://user:canary@127.0.0.1:${port}/db`));
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toContain('does not answer at the configured host and port');
    expect(inspect(error)).not.toContain('canary');
  });

  it('says that the server hangs up', async () => {
    const listener = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    await expect(Database.open(`postgresql://user:canary@127.0.0.1:${port}/db`)).rejects.toThrow(
      DatabaseError,
    );
    await new Promise((resolve) => listener.close(resolve));
  });

  it('gives up on a server that accepts the connection and keeps silent', async () => {
    const sockets: Socket[] = [];
    const listener = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const opening = Database.open(`postgresql://user:canary@127.0.0.1:${port}/db`);
    await expect(opening).rejects.toThrow('The database does not answer');
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => listener.close(resolve));
  });

  it('says that the database is missing', async () => {
    const url = server.url.replace('/postgres?', '/canary?');
    const error = await caught(Database.open(url));
    expect(error).toMatchObject({ sqlState: '3D000' });
    expect(inspect(error)).not.toContain('canary');
  });

  it('says that the user is refused', async () => {
    const error = await caught(Database.open(server.url.replace('dsr@', 'canary:secret@')));
    expect(error).toMatchObject({ sqlState: '28000' });
    expect(inspect(error)).not.toMatch(/canary|secret/);
  });

  it('refuses a malformed URL', async () => {
    await expect(Database.open('postgresql://user:pass@host:no-port/db')).rejects.toThrow(DatabaseError);
  });
});

describe('Database.query', () => {
  it('gives counts as numbers, and as bigint what a number cannot hold', async () => {
    const { rows } = await database.query('select 42::bigint as small, 9007199254740993 as large');
    expect(rows).toEqual([{ small: 42, large: 9007199254740993n }]);
  });

  it('takes and gives bytes, times, arrays and JSON', async () => {
    const bytes = Buffer.from([0, 255, 10]);
    const at = new Date('2026-01-02T03:04:05.678Z');
    const { rows } = await database.query(
      'select $1::bytea as bytes, $2::timestamptz as at, $3::bytea[] as list, $4::jsonb as json',
      [bytes, at, [bytes, bytes], '{"a":[1]}'],
    );
    expect(rows).toEqual([{ bytes, at, list: [bytes, bytes], json: { a: [1] } }]);
  });

  it('keeps the SQLSTATE and no value of a refused statement', async () => {
    await database.query('create table person (email text primary key)');
    await database.query(`insert into person values ('canary@example.com')`);
    const duplicate = await caught(database.query('insert into person values ($1)', ['canary@example.com']));
    const syntax = await caught(database.query('select $1::integer', ['canary@example.com']));
    expect(duplicate).toBeInstanceOf(SqlError);
    expect(duplicate).toMatchObject({ sqlState: '23505' });
    expect(String(duplicate)).toContain('person_pkey');
    expect(syntax).toMatchObject({ sqlState: '22P02' });
    for (const error of [duplicate, syntax]) {
      expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('canary');
    }
  });

  it('goes on with new connections after all idle ones broke', async () => {
    let hear: (error: unknown) => void = () => undefined;
    const heard = new Promise<unknown>((resolve) => {
      hear = resolve;
    });
    const watched = await Database.open(server.url, { onError: hear });
    await Promise.all([1, 2, 3].map(() => watched.query('select pg_sleep(0)')));
    await breakConnections();
    expect(await heard).toBeInstanceOf(DatabaseError);
    await expect(eventually(() => watched.query('select 1 as one'))).resolves.toMatchObject({
      rows: [{ one: 1 }],
    });
    await watched.close();
  });
});

/** A broken connection may be noticed only by the next statement on it. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const result = await work().catch(ignore);
    if (result !== undefined) return result;
  }
  throw new Error('The database did not come back.');
}

describe('Database.transaction', () => {
  it('keeps all or nothing', async () => {
    const before = await count();
    const failed = database.transaction(async (connection) => {
      await connection.query(`insert into note values (1, 'a')`);
      throw new RangeError('no');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await count()).toBe(before);
    const kept = await database.transaction(async (connection) => {
      await connection.query(`insert into note values (1, 'a')`);
      return 'kept';
    });
    expect(kept).toBe('kept');
    expect(await count()).toBe(before + 1);
  });

  it('does not call a transaction kept in which a swallowed statement failed', async () => {
    const before = await count();
    const failed = database.transaction(async (connection) => {
      await connection.query(`insert into note values (2, 'a')`);
      await connection.query('select 1 / 0').catch(ignore);
    });
    await expect(failed).rejects.toThrow(DatabaseError);
    expect(await count()).toBe(before);
  });

  it('reports a connection that breaks in the middle, and serves the next one', async () => {
    const broken = database.transaction(async (connection) => {
      await connection.query('select 1');
      await breakConnections();
      await connection.query('select 1');
    });
    await expect(broken).rejects.toThrow(DatabaseError);
    await expect(eventually(() => database.transaction(() => Promise.resolve('fine')))).resolves.toBe('fine');
  });

  it('gives what runs within it no second connection', async () => {
    const asks: (() => Promise<unknown>)[] = [
      () => database.query('select 1'),
      () => database.transaction(() => Promise.resolve()),
      () => database.snapshot(() => Promise.resolve()),
      () => database.exclusively('inner', never, () => Promise.resolve()),
    ];
    for (const ask of asks) {
      await expect(database.transaction(ask)).rejects.toThrow('asked for a second connection');
      await expect(database.snapshot(ask)).rejects.toThrow('asked for a second connection');
    }
  });

  it('takes that for a mistake that does not pass', async () => {
    const error = await caught(database.transaction(() => database.query('select 1')));
    expect(isPassingFailure(error)).toBe(false);
  });

  it('lets what was begun within it, and goes on after it, use the pool', async () => {
    const gate = new EventEmitter();
    const begun = await database.transaction(() => {
      const goesOn = once(gate, 'ended').then(() => database.query('select 1'));
      return Promise.resolve({ goesOn });
    });
    gate.emit('ended');
    expect((await begun.goesOn).rowCount).toBe(1);
  });

  it('lets what is apart from it use the pool', async () => {
    const { rowCount } = await database.transaction(() => database.apart(() => database.query('select 1')));
    expect(rowCount).toBe(1);
  });

  it('takes no statement after its end', async () => {
    const connection = await database.transaction((open) => Promise.resolve(open));
    await expect(connection.query('select 1')).rejects.toThrow('This transaction has ended');
  });
});
