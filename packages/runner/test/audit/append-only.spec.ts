import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../src/audit/audit-log.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { canChangeAudit } from '../../src/store/application-role.js';
import { Database } from '../../src/store/database.js';
import { migrations } from '../../src/store/migrations/index.js';
import { prepareSchema } from '../../src/store/prepare-schema.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const privilege = '42501';
const restriction = '23001';

/** Ways to change what was written. */
const changes: readonly string[] = ['audit_entry', 'audit_checkpoint'].flatMap((table) => [
  `update dsr.${table} set seq = seq`,
  `update dsr.${table} set at = now() where false`,
  `delete from dsr.${table}`,
  `delete from dsr.${table} where false`,
  `truncate dsr.${table}`,
  `merge into dsr.${table} as entry using (select 1 as seq) as one on entry.seq = one.seq when matched then delete`,
  `with gone as (delete from dsr.${table} returning *) select count(*) from gone`,
]);

/** Ways to a table that can be changed. */
const ways: readonly string[] = [
  `insert into dsr.audit_entry select * from dsr.audit_entry on conflict (seq) do update set actor = 'x'`,
  'alter table dsr.audit_entry disable trigger all',
  'alter table dsr.audit_entry owner to current_user',
  'alter table dsr.audit_entry rename to kept',
  'drop table dsr.audit_entry',
  'drop trigger audit_entry_append_only on dsr.audit_entry',
  'drop function dsr.refuse_audit_change() cascade',
  'create or replace function dsr.refuse_audit_change() returns trigger language plpgsql as $$ begin return null; end $$',
  'create rule gone as on insert to dsr.audit_entry do instead nothing',
  'create table dsr.other (id integer)',
  'drop schema dsr cascade',
  'set session_replication_role = replica',
  'set role dsr',
  'alter role current_user superuser',
  `update dsr.migration set checksum = ''`,
];

function writeEntry(database: Database): Promise<void> {
  return new AuditLog(database).append({ action: 'request.received', actor: 'cli', details: {} });
}

function failureOf(database: Database, sql: string): Promise<unknown> {
  return database.query(sql).then(
    () => 'done',
    (error: unknown) => (error as { readonly sqlState?: unknown }).sqlState,
  );
}

describe('the audit log of an embedded database', () => {
  const folder = temporaryFolder();
  let server: EmbeddedPostgres;
  let application: Database;

  beforeAll(async () => {
    server = await openEmbeddedPostgres({ folder: folder.path });
    application = await Database.open(server.applicationUrl);
    await prepareSchema(application, server.url, migrations);
    await writeEntry(application);
  });

  afterAll(async () => {
    await application.close();
    await server.close();
    folder.remove();
  });

  it.each([...changes, ...ways])('lets the role that serves and works not "%s"', async (sql) => {
    expect(await failureOf(application, sql)).toBe(privilege);
  });

  it('lets it give nothing to itself', async () => {
    await application.query('grant update, delete, truncate on dsr.audit_entry to current_user');
    expect(await failureOf(application, 'delete from dsr.audit_entry')).toBe(privilege);
  });

  it('lets it read and add, and use the other tables', async () => {
    await writeEntry(application);
    const { rows } = await application.query('select seq from dsr.audit_entry order by seq');
    expect(rows).toEqual([{ seq: 1 }, { seq: 2 }]);
    await application.query(`insert into dsr.process (id) values (gen_random_uuid())`);
    await application.query('update dsr.process set beat_at = now()');
    await application.query('delete from dsr.process');
    expect(await canChangeAudit(application)).toBe(false);
  });

  it('is prepared again by many at once, and stays as it is', async () => {
    await Promise.all([1, 2, 3].map(() => prepareSchema(application, server.url, migrations)));
    expect(await failureOf(application, 'delete from dsr.audit_entry')).toBe(privilege);
  });
});

describe('the audit log of a database that has one role', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await startTestDatabase();
    database = await Database.open(server.url);
    await prepareSchema(database, undefined, migrations);
    await writeEntry(database);
  });

  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  it.each(changes)('refuses "%s" to its owner too', async (sql) => {
    expect(await failureOf(database, sql)).toBe(restriction);
  });

  it('refuses it in the role of a replica', async () => {
    const failed = database.transaction(async (connection) => {
      await connection.query('set local session_replication_role = replica');
      await connection.query('delete from dsr.audit_entry');
    });
    await expect(failed).rejects.toMatchObject({ sqlState: restriction });
  });

  it('is known to be less safe', async () => {
    expect(await canChangeAudit(database)).toBe(true);
  });

  it('lets a lesser role in that comes later, with the tables of the engine', async () => {
    await database.query('create schema dbos');
    await database.query('create table dbos.kept (id serial primary key)');
    await database.query('create function dbos.one() returns integer language sql as $$ select 1 $$');
    await database.query('create role lesser login');
    const lesser = await Database.open(server.url.replace('dsr@', 'lesser@'));
    await prepareSchema(lesser, server.url, migrations);
    await writeEntry(lesser);
    expect(await failureOf(lesser, 'delete from dsr.audit_entry')).toBe(privilege);
    await lesser.query('alter table dbos.kept add column text text');
    await lesser.query('drop function dbos.one()');
    expect(await canChangeAudit(lesser)).toBe(false);
    await lesser.close();
  });

  it('refuses that the owner serves as the lesser role', async () => {
    await expect(prepareSchema(database, server.url, migrations)).rejects.toThrow('name the same role');
    await writeEntry(database);
  });
});
