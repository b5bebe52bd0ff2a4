import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../src/audit/audit-log.js';
import type { AuditEntry } from '../../src/audit/audit-entry.js';
import { entryHash, type ChainedEntry } from '../../src/audit/chain.js';
import { followChain, type ChainVerdict } from '../../src/audit/follow-chain.js';
import { storedEntries } from '../../src/audit/stored-entries.js';
import { Database } from '../../src/store/database.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { tamper } from './tamper.js';

let server: MigratedDatabase;
let database: Database;
let log: AuditLog;

const entry = (count: number): AuditEntry => ({
  action: 'request.received',
  actor: 'cli',
  details: { type: 'access', count, share: 0.75, large: 1e21, words: ['b', 'a'], name: 'Zoë', none: null },
});

function verify(): Promise<ChainVerdict> {
  return followChain(storedEntries(database, 0), []);
}

/** "kind seq" or "kind seq-through" of every problem. */
async function problems(): Promise<readonly string[]> {
  return (await verify()).problems.map(({ kind, seq, through }) =>
    seq === through ? `${kind} ${seq}` : `${kind} ${seq}-${through}`,
  );
}

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
  log = new AuditLog(database);
});

beforeEach(async () => {
  for (const count of [1, 2, 3, 4, 5]) await log.append(entry(count));
});

afterEach(async () => {
  await tamper(database, 'delete from dsr.audit_entry');
});

afterAll(() => server.stop());

const whole = (entries: number) => ({
  first: 1,
  last: entries,
  entries,
  compared: 0,
  problems: [],
  more: 0,
});

describe('the chain of the audit log', () => {
  it('holds as it was written', async () => {
    expect(await verify()).toEqual(whole(5));
  });

  it('holds when it is empty', async () => {
    await tamper(database, 'delete from dsr.audit_entry');
    expect(await verify()).toEqual({ ...whole(0), first: null, last: null });
  });

  it('holds over several pages, and is followed to its end when it does not', async () => {
    await database.transaction(async (connection) => {
      for (let count = 0; count < 1000; count += 1) await log.append(entry(count), connection);
    });
    expect(await verify()).toEqual(whole(1005));
    await tamper(database, `update dsr.audit_entry set actor = 'x' where seq in (2, 500, 501, 777)`);
    expect(await problems()).toEqual(['changed 2', 'changed 500', 'changed 501', 'changed 777']);
    await tamper(database, `update dsr.audit_entry set actor = 'x' where seq > 900`);
    expect(await verify()).toMatchObject({ entries: 1005, more: 4 + 105 - 20 });
  });

  it.each([
    ['at', `at + interval '1 millisecond'`],
    ['at, by less than is hashed', `at + interval '1 microsecond'`],
    ['at, beyond all dates', `'infinity'`],
    ['at, before our era', `'0044-03-15 BC'`],
    ['action', `'request.approved'`],
    ['actor', `'somebody'`],
    ['details', `jsonb_set(details, '{count}', '4')`],
    ['details, beyond all numbers', `jsonb_set(details, '{count}', '1e999')`],
    ['details, by less than our numbers tell', `jsonb_set(details, '{count}', '3.00000000000000000001')`],
    ['details, in their digits alone', `jsonb_set(details, '{count}', '3.0')`],
    ['previous', `decode(repeat('00', 32), 'hex')`],
  ])('tells a changed %s', async (column, value) => {
    await tamper(database, `update dsr.audit_entry set ${column.split(',')[0]} = ${value} where seq = 3`);
    expect(await problems()).toEqual(['changed 3']);
  });

  it('tells a changed hash, and that the next entry does not follow from it', async () => {
    await tamper(database, `update dsr.audit_entry set hash = decode(repeat('00', 32), 'hex') where seq = 3`);
    expect(await problems()).toEqual(['changed 3', 'unlinked 4']);
  });

  it('tells a changed entry whose hash was made to fit', async () => {
    const { rows } = await database.query<ChainedEntry>('select * from dsr.audit_entry where seq = 3');
    const forged = entryHash({ ...rows[0]!, actor: 'somebody' }).toString('hex');
    const change = `actor = 'somebody', hash = decode('${forged}', 'hex')`;
    await tamper(database, `update dsr.audit_entry set ${change} where seq = 3`);
    expect(await problems()).toEqual(['unlinked 4']);
  });

  it.each([
    ['1', 'missing 1'],
    ['3', 'missing 3'],
    ['2, 3, 4', 'missing 2-4'],
  ])('tells that entries %s were removed', async (removed, problem) => {
    await tamper(database, `delete from dsr.audit_entry where seq in (${removed})`);
    expect(await problems()).toEqual([problem]);
  });

  it('tells a removed entry whose gap was closed', async () => {
    await tamper(
      database,
      'delete from dsr.audit_entry where seq = 3',
      'update dsr.audit_entry set seq = seq - 1 where seq = 4',
      'update dsr.audit_entry set seq = seq - 1 where seq = 5',
    );
    const { problems: found } = await verify();
    expect(found.map(({ message }) => message)).toEqual([
      'Entry 3 was written as entry 4.',
      'Entry 4 was written as entry 5.',
    ]);
  });

  it('tells two entries that changed places', async () => {
    await tamper(
      database,
      'update dsr.audit_entry set seq = 99 where seq = 2',
      'update dsr.audit_entry set seq = 2 where seq = 3',
      'update dsr.audit_entry set seq = 3 where seq = 99',
    );
    expect(await problems()).toEqual(['moved 2', 'moved 3', 'unlinked 4']);
  });

  it('tells entries that were cut off, and others in their place, from what is known elsewhere', async () => {
    const { rows } = await database.query<{ seq: number; hash: Buffer }>(
      'select seq, hash from dsr.audit_entry order by seq',
    );
    await tamper(database, 'delete from dsr.audit_entry where seq > 3');
    expect(await problems()).toEqual([]);
    const cut = await followChain(storedEntries(database, 0), rows);
    expect(cut).toMatchObject({ compared: 3, problems: [{ kind: 'truncated', seq: 4, through: 5 }] });
    for (const count of [7, 8, 9]) await log.append(entry(count));
    const replaced = await followChain(storedEntries(database, 0), rows);
    expect(replaced.problems.map(({ kind, seq }) => `${kind} ${seq}`)).toEqual([
      'rewritten 4',
      'rewritten 5',
    ]);
  });

  it('appends in the transaction of the change, or not at all', async () => {
    const failed = database.transaction(async (connection) => {
      await log.append(entry(6), connection);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await verify()).toEqual(whole(5));
  });

  it('is one when many append at once', async () => {
    const other = await Database.open(server.url);
    const logs = [log, new AuditLog(other)];
    await Promise.all(Array.from({ length: 40 }, (_, count) => logs[count % 2]!.append(entry(count))));
    await other.close();
    expect(await verify()).toEqual(whole(45));
  });

  it('takes no personal value', async () => {
    const wrong = { ...entry(6), details: { who: 'canary@example.com' } };
    await expect(log.append(wrong)).rejects.toThrow(TypeError);
    expect(await verify()).toEqual(whole(5));
  });
});
