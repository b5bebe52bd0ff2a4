import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseError } from '../src/errors/runner-error.js';
import { Database } from '../src/store/database.js';
import { migrate, type Migration } from '../src/store/migrate.js';
import { migrations } from '../src/store/migrations/index.js';
import { startTestDatabase, type TestDatabase } from './support/database.js';

let server: TestDatabase;
let database: Database;

const first: Migration = {
  id: 1,
  name: 'first',
  sql: 'create table dsr.one (id integer); insert into dsr.one values (1);',
};
const second: Migration = { id: 2, name: 'second', sql: 'alter table dsr.one add column text text;' };
const broken: Migration = { id: 2, name: 'broken', sql: 'create table dsr.two (id integer); select 1 / 0;' };

beforeAll(async () => {
  server = await startTestDatabase();
  database = await Database.open(server.url);
});

beforeEach(async () => {
  await database.query('drop schema if exists dsr cascade');
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

describe('the migrations of this version', () => {
  it('ascend, for they are applied and recognised in their order', () => {
    const ids = migrations.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
  });
});

describe('migrate', () => {
  it('applies each migration once, also the ones that come later', async () => {
    await migrate(database, [first]);
    await migrate(database, [first]);
    await migrate(database, [first, second]);
    expect((await database.query('select id, text from dsr.one')).rows).toEqual([{ id: 1, text: null }]);
    expect((await database.query('select id, name from dsr.migration order by id')).rows).toEqual([
      { id: 1, name: 'first' },
      { id: 2, name: 'second' },
    ]);
  });

  it('applies each migration once when many processes start together', async () => {
    const others = await Promise.all([1, 2, 3].map(() => Database.open(server.url)));
    await Promise.all([database, ...others].map((each) => migrate(each, [first, second])));
    await Promise.all(others.map((each) => each.close()));
    expect((await database.query('select id from dsr.one')).rows).toEqual([{ id: 1 }]);
  });

  it('undoes a migration that fails and keeps those before it', async () => {
    await expect(migrate(database, [first, broken])).rejects.toThrow(DatabaseError);
    expect((await database.query(`select to_regclass('dsr.two') as two`)).rows).toEqual([{ two: null }]);
    await migrate(database, [first, second]);
  });

  it('waits for workers of an older version to stop where they could not go on', async () => {
    const sql =
      'create table dsr.process (id int, beat_at timestamptz not null default now()); insert into dsr.process values (1);';
    const apart: Migration = { ...second, alone: true };
    await migrate(database, [{ ...first, sql: `${first.sql} ${sql}` }]);
    const all = [{ ...first, sql: `${first.sql} ${sql}` }, apart];
    await expect(migrate(database, all)).rejects.toThrow('Stop all of them');
    expect((await database.query('select id from dsr.migration')).rows).toEqual([{ id: 1 }]);
    await database.query(`update dsr.process set beat_at = '-infinity'`);
    await migrate(database, all);
    expect((await database.query('select id, text from dsr.one')).rows).toEqual([{ id: 1, text: null }]);
  });

  it('refuses a database of a newer version', async () => {
    await migrate(database, [first, second]);
    await expect(migrate(database, [first])).rejects.toThrow('written by a newer version');
  });

  it('refuses when an applied migration has changed, and applies nothing', async () => {
    await migrate(database, [first]);
    const changed = { ...first, sql: 'create table dsr.other (id integer);' };
    await expect(migrate(database, [changed, second])).rejects.toThrow('another edition');
    expect((await database.query('select id from dsr.migration')).rows).toEqual([{ id: 1 }]);
  });
});
