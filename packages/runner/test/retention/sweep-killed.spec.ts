import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ExpiredError } from '../../src/errors/runner-error.js';
import { workingRows } from '../../src/retention/swept-tables.js';
import { carryOut } from '../support/carry-out.js';
import { Installation } from '../support/installation.js';
import { somebody, TestServices } from '../support/services.js';
import { startWorker } from '../worker/fleet.js';

let services: TestServices;
let installation: Installation;

beforeAll(async () => {
  services = await TestServices.start();
  installation = new Installation({
    DATABASE_URL: services.databaseUrl,
    DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
  });
  const subject = { email: somebody.emails[0], conversations: 2, attachmentsPerConversation: 1 };
  await services.startVendor('main', { subjects: [subject], conversations: 2, strangers: 2 });
});

afterAll(async () => {
  await services.close();
  installation.remove();
});

/** Rows of a request that tell of the person, by table. */
async function rowsOf(id: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { table, where } of workingRows) {
    const { rowCount } = await services.database.query(`select from dsr.${table} where ${where}`, [id]);
    if (rowCount > 0) counts[table] = rowCount;
  }
  return counts;
}

async function sweptAt(id: string): Promise<Date | null | undefined> {
  const sql = 'select swept_at from dsr.request where id = $1 and expired_at is not null';
  return (await services.database.query<{ swept_at: Date | null }>(sql, [id])).rows[0]?.swept_at;
}

/** Whether somebody waits for the lock of a table. */
async function isWaitedFor(table: string): Promise<boolean> {
  const sql = 'select from pg_locks where relation = $1::regclass and not granted';
  return (await services.database.query(sql, [table])).rowCount > 0;
}

describe('a worker that is killed while it sweeps', () => {
  it('leaves nothing readable behind, and the next one makes an end of it', async () => {
    const { id } = await carryOut(services, { connections: ['main'] });
    const older = `update dsr.request set finished_at = finished_at - interval '31 days' where id = $1`;
    await services.database.query(older, [id]);
    const before = await rowsOf(id);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['file', 'record', 'thing', 'identifier']));

    const other = new pg.Client({ connectionString: services.databaseUrl });
    await other.connect();
    await other.query('begin; lock table dsr.thing in share mode');
    const worker = startWorker(installation.environment);
    try {
      while (!(await isWaitedFor('dsr.thing'))) await sleep(20);
    } finally {
      worker.child.kill('SIGKILL');
      await worker.ended;
      await other.query('select pg_terminate_backend(pid) from pg_locks where not granted');
      await other.query('rollback');
      await other.end();
    }

    const { thing, work, identifier } = before;
    expect(await rowsOf(id)).toEqual({
      thing,
      work,
      identifier,
      search: before['search'],
      subject_digest: before['subject_digest'],
    });
    expect(await sweptAt(id)).toBeNull();
    expect((await services.keys.boxes('request', [id])).size).toBe(0);
    await expect(services.requests().package(id)).rejects.toThrow(ExpiredError);
    expect((await services.requests().show(id)).identifiers).toEqual([]);

    expect((await startWorker(installation.environment, '--until-idle').ended).code).toBe(0);
    expect(await rowsOf(id)).toEqual({});
    expect(await sweptAt(id)).toBeInstanceOf(Date);
  });
});
