import { join } from 'node:path';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { tokens } from '../../src/composition/tokens.js';
import { ConflictError, ExpiredError, InputError } from '../../src/errors/runner-error.js';
import { eventRows, recordRows, workingRows } from '../../src/retention/swept-tables.js';
import { KeyPartFolder } from '../../src/vault/key-part-folder.js';
import { carryOut } from '../support/carry-out.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { letGo } from '../support/days-later.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const email = 'grace.hopper@example.com';
const other = 'ada.lovelace@example.com';
const folder = temporaryFolder();
let server: TestDatabase;
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  server = await startTestDatabase();
  services = await openServices(server.url);
  const has = { contacts: 2, conversations: 2, messagesPerConversation: 3, attachmentsPerConversation: 1 };
  const subjects = [email, other].map((address) => ({ email: address, ...has }));
  vendor = await startDriftSimulator({ subjects, conversations: 6, strangers: 2 });
  await services.connect('main', vendor);
});

afterAll(async () => {
  await services.close();
  await vendor.close();
  await server.stop();
  folder.remove();
});

function openServices(url: string): Promise<TestServices> {
  return TestServices.open(url, {}, new KeyPartFolder(join(folder.path, 'parts')));
}

const show = (id: string) => services.requests().show(id);
const access = () => carryOut(services, { connections: ['main'] });

/** Rows of a request that are left, by table. */
async function rowsOf(id: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { table, where } of [...workingRows, ...eventRows, ...recordRows]) {
    const sql = `select count(*)::int as count from dsr.${table} where ${where}`;
    const [row] = (await services.database.query<{ count: number }>(sql, [id])).rows;
    if (row !== undefined && row.count > 0) counts[table] = Math.max(row.count, counts[table] ?? 0);
  }
  return counts;
}

async function audited(action: string, id: string): Promise<readonly object[]> {
  const sql = `select details from dsr.audit_entry where action = $1 and details->>'request' = $2 order by seq`;
  const { rows } = await services.database.query<{ details: object }>(sql, [action, id]);
  return rows.map(({ details }) => details);
}

describe('a request that has ended', () => {
  it('expires when its time is over, and keeps its own record', async () => {
    const before = await access();
    await letGo(services, 29.9);
    expect((await show(before.id)).retention).toMatchObject({ expiredAt: null, hold: null });
    expect(before.retention.expiresAt).toBe(
      new Date(new Date(before.finishedAt ?? '').getTime() + 30 * 86_400_000).toISOString(),
    );

    await letGo(services, 30.1);
    const after = await show(before.id);
    expect(after.retention).toMatchObject({ expiresAt: null, expiredBy: 'time' });
    expect(after.retention.expiredAt).not.toBeNull();
    expect(after.identifiers).toEqual([]);
    const record = ({ type, status, receivedAt, dueAt, finishedAt, tasks }: typeof after) => {
      const outcomes = tasks.map((task) => task.outcomes);
      return { type, status, receivedAt, dueAt, finishedAt, outcomes };
    };
    expect(record(after)).toEqual(record(before));
    const { request, task, event = 0, ...rest } = await rowsOf(before.id);
    expect([request, task, rest]).toEqual([1, 1, {}]);
    expect(event).toBeLessThanOrEqual(1);
    const told = await services.container.get(tokens.events).after(before.id, 0, 100);
    expect(told.map(({ kind, details }) => [kind, details])).toEqual([['request.expired', { by: 'time' }]]);
    const [proof] = await audited('request.expired', before.id);
    expect(proof).toMatchObject({ by: 'time', tasks: 1, files: 2 });
  });

  it('has no package any more, and cannot be carried on', async () => {
    const { id } = await access();
    await letGo(services, 31);
    await expect(services.requests().package(id)).rejects.toThrow(ExpiredError);
    await expect(services.requests().retry(id)).rejects.toThrow(ExpiredError);
    expect((await services.requests().wait(id, () => undefined, never)).status).toBe('completed');
  });

  it('is not touched while it is under way', async () => {
    const { id } = await services.requests().create({ ...somebody, connections: ['main'], type: 'access' });
    await letGo(services, 3000);
    expect((await show(id)).retention.expiredAt).toBeNull();
    await services.requests().cancel(id);
    await letGo(services, 31);
    expect((await show(id)).retention.expiredBy).toBe('time');
  });

  it('loses its record after two years, and with it everything but the audit log', async () => {
    const { id } = await access();
    await letGo(services, 700);
    expect((await show(id)).status).toBe('completed');
    await letGo(services, 740);
    await expect(show(id)).rejects.toThrow('There is no request');
    const { event = 0, ...rest } = await rowsOf(id);
    expect(rest).toEqual({});
    expect(event).toBeLessThanOrEqual(1);
    expect(await audited('request.erased', id)).toHaveLength(1);
  });

  it('is expired once, whoever does it', async () => {
    const { id } = await access();
    await Promise.all([31, 31, 32].map((days) => letGo(services, days)));
    expect(await audited('request.expired', id)).toHaveLength(1);
  });
});

describe('a legal hold', () => {
  it('keeps everything until it is released', async () => {
    const { id } = await access();
    const held = await services.requests().hold(id, ' Complaint 17. ');
    expect(held.retention).toMatchObject({
      expiresAt: null,
      hold: { placedBy: 'cli', reason: 'Complaint 17.' },
    });
    await letGo(services, 3000);
    const kept = await show(id);
    expect(kept.retention.expiredAt).toBeNull();
    expect(kept.identifiers).not.toEqual([]);
    await expect(services.requests().package(id)).resolves.toBeDefined();

    expect((await services.requests().release(id)).retention.hold).toBeNull();
    await letGo(services, 31);
    expect((await show(id)).retention.expiredBy).toBe('time');
    expect([await audited('request.held', id), await audited('request.released', id)]).toEqual([
      [{ request: id }],
      [{ request: id }],
    ]);
  });

  it('keeps the record of what has expired, with its reason readable', async () => {
    const { id } = await access();
    await letGo(services, 31);
    await services.requests().hold(id, 'Complaint 18.');
    await letGo(services, 3000);
    expect((await show(id)).retention).toMatchObject({
      expiredBy: 'time',
      hold: { reason: 'Complaint 18.' },
    });
  });

  it('needs a reason, is placed once and released once', async () => {
    const { id } = await access();
    const requests = services.requests();
    await expect(requests.hold(id, ' ')).rejects.toThrow(InputError);
    await expect(requests.release(id)).rejects.toThrow(ConflictError);
    await requests.hold(id, 'One.');
    await expect(requests.hold(id, 'Two.')).rejects.toThrow(ConflictError);
    await requests.release(id);
    expect((await requests.hold(id, 'Three.')).retention.hold?.reason).toBe('Three.');
  });
});

describe('a restored backup', () => {
  it('brings nothing back that has expired since', async () => {
    const [gone, alive] = [await access(), await access()];
    await services.close();
    const backup = await copyDatabase();
    services = await openServices(server.url);
    await services.requests().hold(alive.id, 'It stays.');
    await letGo(services, 31);

    const copy = await openServices(backup);
    try {
      const old = await copy.requests().show(gone.id);
      expect(old).toMatchObject({ status: 'completed', identifiers: [], retention: { expiredAt: null } });
      await expect(copy.requests().package(gone.id)).rejects.toThrow('The second part');
      const { rows } = await copy.database.query<{ wrapped: Buffer | null }>(
        'select wrapped from dsr.data_key where scope_id = $1',
        [gone.id],
      );
      expect(rows[0]?.wrapped).not.toBeNull();
      expect((await copy.requests().show(alive.id)).identifiers).not.toEqual([]);
      await expect(copy.requests().package(alive.id)).resolves.toBeDefined();
    } finally {
      await copy.close();
    }
  });
});

/** A copy of the database as it is now, file by file, like one that a backup restores. */
async function copyDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: server.url.replace('/postgres?', '/template1?') });
  await client.connect();
  await client.query('create database backup template postgres');
  await client.end();
  return server.url.replace('/postgres?', '/backup?');
}

describe('what a deletion takes out of our own store', () => {
  it('is what earlier requests found of the person, and the index of the connection', async () => {
    for (const { id, retention } of await services.requests().list()) {
      if (retention.hold !== null) await services.requests().release(id);
    }
    const [own, held, others] = [
      await access(),
      await access(),
      await carryOut(services, { emails: [other], connections: ['main'] }),
    ];
    await services.requests().hold(held.id, 'Complaint 19.');
    const entries = async () => (await services.database.query('select 1 from dsr.scan_entry')).rowCount;
    const before = await entries();
    const deletion = await carryOut(services, { type: 'deletion', connections: ['main'] });
    expect(deletion.status).toBe('completed');

    await letGo(services, 0);
    expect((await show(own.id)).retention.expiredBy).toBe('deletion');
    expect((await show(held.id)).retention.expiredAt).toBeNull();
    expect((await show(others.id)).retention.expiredAt).toBeNull();
    expect(await entries()).toBe(before - 2);
    const { purged } = (await show(deletion.id)).retention;
    expect(purged).toMatchObject({ held: 1, underWay: 0, indexEntries: 2 });
    expect(purged?.requests).toBeGreaterThanOrEqual(1);
    expect(await audited('subject.purged', deletion.id)).toEqual([{ request: deletion.id, ...purged }]);
    const { rows } = await services.database.query<{ count: number }>(
      'select count(*)::int as count from dsr.record join dsr.task on task.id = record.task_id where request_id = $1',
      [own.id],
    );
    expect(rows[0]?.count).toBe(0);
  });
});

describe('every table of requests', () => {
  const swept = [...workingRows, ...eventRows, ...recordRows].map(({ table }) => table);

  it('is swept when a request expires, or goes with its record', async () => {
    const { rows } = await services.database.query<{ name: string }>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'dsr' and column_name in ('request_id', 'task_id') order by 1`,
    );
    const cascading = await referring('c');
    const left = rows.map(({ name }) => name).filter((name) => !swept.includes(name));
    expect(left.filter((name) => !cascading.includes(name))).toEqual([]);
  });

  it('lets a request go whatever refers to it', async () => {
    expect((await referring('a')).filter((name) => !swept.includes(name))).toEqual([]);
  });

  /** Tables that refer to requests and their tasks; `action`: what happens to their rows when one of those is deleted. */
  async function referring(action: 'a' | 'c'): Promise<readonly string[]> {
    const { rows } = await services.database.query<{ name: string }>(
      `select relname as name from pg_constraint join pg_class on pg_class.oid = conrelid
       where contype = 'f' and confdeltype = $1
         and confrelid in ('dsr.request'::regclass, 'dsr.task'::regclass, 'dsr.work'::regclass)`,
      [action],
    );
    return rows.map(({ name }) => name);
  }
});
