import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../src/audit/audit-log.js';
import type { AuditEntry } from '../src/audit/audit-entry.js';
import { entryHash, type ChainedEntry } from '../src/audit/chain.js';
import { Database } from '../src/store/database.js';
import { migrate } from '../src/store/migrate.js';
import { keysAndAudit } from '../src/store/migrations/0001-keys-and-audit.js';
import { startTestDatabase, type TestDatabase } from './support/database.js';

let server: TestDatabase;
let database: Database;
let log: AuditLog;

const entry = (count: number): AuditEntry => ({
  action: 'request.received',
  actor: 'cli',
  details: { type: 'access', count, share: 0.75, large: 1e21, words: ['b', 'a'], name: 'Zoë', none: null },
});

/** What somebody with the rights of the table's owner could do. */
async function tamper(sql: string): Promise<void> {
  await database.transaction(async (connection) => {
    await connection.query('set local session_replication_role = replica');
    await connection.query(sql);
  });
}

beforeAll(async () => {
  server = await startTestDatabase();
  database = await Database.open(server.url);
  await migrate(database, [keysAndAudit]);
  log = new AuditLog(database);
});

beforeEach(async () => {
  for (const count of [1, 2, 3, 4, 5]) await log.append(entry(count));
});

afterEach(async () => {
  await tamper('delete from dsr.audit_entry');
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

describe('AuditLog', () => {
  it('verifies what it wrote', async () => {
    expect(await log.verify()).toEqual({ ok: true, entries: 5 });
  });

  it('verifies an empty log', async () => {
    await tamper('delete from dsr.audit_entry');
    expect(await log.verify()).toEqual({ ok: true, entries: 0 });
  });

  it('verifies a log of several pages', async () => {
    await database.transaction(async (connection) => {
      for (let count = 0; count < 1000; count += 1) await log.append(entry(count), connection);
    });
    expect(await log.verify()).toEqual({ ok: true, entries: 1005 });
    await tamper(`update dsr.audit_entry set actor = 'x' where seq = 777`);
    expect(await log.verify()).toMatchObject({ ok: false, at: 777 });
  });

  it.each([
    ['at', `at + interval '1 millisecond'`],
    ['action', `'request.approved'`],
    ['actor', `'somebody'`],
    ['details', `jsonb_set(details, '{count}', '4')`],
    ['previous', `decode(repeat('00', 32), 'hex')`],
    ['hash', `decode(repeat('00', 32), 'hex')`],
  ])('finds a changed %s', async (column, value) => {
    await tamper(`update dsr.audit_entry set ${column} = ${value} where seq = 3`);
    expect(await log.verify()).toMatchObject({ ok: false, at: 3 });
  });

  it('finds a changed entry whose hash was made to fit', async () => {
    const { rows } = await database.query<ChainedEntry>('select * from dsr.audit_entry where seq = 3');
    const forged = entryHash({ ...rows[0]!, actor: 'somebody' }).toString('hex');
    await tamper(
      `update dsr.audit_entry set actor = 'somebody', hash = decode('${forged}', 'hex') where seq = 3`,
    );
    const problem = 'The entry does not follow from the one before it.';
    expect(await log.verify()).toEqual({ ok: false, at: 4, problem });
  });

  it.each([1, 3])('finds that entry %i was removed', async (seq) => {
    await tamper(`delete from dsr.audit_entry where seq = ${seq}`);
    expect(await log.verify()).toEqual({ ok: false, at: seq, problem: 'The entry is missing.' });
  });

  it('finds a removed entry whose gap was closed', async () => {
    await tamper('delete from dsr.audit_entry where seq = 3');
    await tamper('update dsr.audit_entry set seq = seq - 1 where seq = 4');
    await tamper('update dsr.audit_entry set seq = seq - 1 where seq = 5');
    expect(await log.verify()).toMatchObject({ ok: false, at: 3 });
  });

  it('finds two entries that changed places', async () => {
    await tamper('update dsr.audit_entry set seq = 99 where seq = 2');
    await tamper('update dsr.audit_entry set seq = 2 where seq = 3');
    await tamper('update dsr.audit_entry set seq = 3 where seq = 99');
    expect(await log.verify()).toMatchObject({ ok: false, at: 2 });
  });

  it.each([
    `update dsr.audit_entry set actor = 'x'`,
    'delete from dsr.audit_entry where false',
    'truncate dsr.audit_entry',
  ])('is append-only: refuses "%s"', async (sql) => {
    await expect(database.query(sql)).rejects.toMatchObject({ sqlState: '23001' });
    expect(await log.verify()).toEqual({ ok: true, entries: 5 });
  });

  it('appends in the transaction of the change, or not at all', async () => {
    const failed = database.transaction(async (connection) => {
      await log.append(entry(6), connection);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await log.verify()).toEqual({ ok: true, entries: 5 });
  });

  it('keeps one chain when many append at once', async () => {
    const other = await Database.open(server.url);
    const logs = [log, new AuditLog(other)];
    await Promise.all(Array.from({ length: 40 }, (_, count) => logs[count % 2]!.append(entry(count))));
    await other.close();
    expect(await log.verify()).toEqual({ ok: true, entries: 45 });
  });

  it('refuses a personal value and writes nothing', async () => {
    const wrong = { ...entry(6), details: { who: 'canary@example.com' } };
    await expect(log.append(wrong)).rejects.toThrow(TypeError);
    expect(await log.verify()).toEqual({ ok: true, entries: 5 });
  });
});
