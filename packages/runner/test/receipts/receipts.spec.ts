import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { ReceiptView } from '../../src/application/views/receipt-view.js';
import type { RequestType } from '../../src/application/views/request-view.js';
import { EvidenceError } from '../../src/errors/runner-error.js';
import { receiptPage } from '../../src/receipts/html/receipt-page.js';
import { verifyReceipts } from '../../src/receipts/verify-receipts.js';
import type { Database } from '../../src/store/database.js';
import { startTestService, type TestService } from '../http/support/service.js';
import { never } from '../support/never.js';
import { somebody } from '../support/services.js';

const email = 'grace.hopper@example.com';

let service: TestService;
let database: Database;
let vendor: DriftSimulator;
let application: Application;
let deletion: string;

beforeAll(async () => {
  service = await startTestService();
  ({ application, database } = service);
  vendor = await service.startVendor('support', {
    subjects: [{ email, contacts: 2 }],
    conversations: 4,
    strangers: 2,
  });
  deletion = await recorded('deletion');
  const planned = await application.requests.wait(deletion, () => undefined, never);
  await application.requests.approve(deletion, [planned.tasks[0]!.plan!.hash]);
  await application.requests.wait(deletion, () => undefined, never);
});

afterAll(() => service.stop());

async function recorded(type: RequestType): Promise<string> {
  return (await application.requests.create({ ...somebody, type })).id;
}

/** Asks for another version of the receipt, as whoever has something new to say does. */
async function mark(id: string): Promise<void> {
  await database.query('select dsr.mark_receipt($1)', [id]);
}

/** Changes the store for as long as `work` takes, in the way of somebody who can write to the database. */
async function tampered(sql: string, undo: string, work: () => Promise<void>): Promise<void> {
  await database.query(sql);
  try {
    await mark(deletion);
    await work();
  } finally {
    await database.query(undo);
  }
}

const show = (id: string, number?: number): Promise<ReceiptView> => application.receipts.show(id, number);

async function verify(...texts: readonly string[]): Promise<unknown> {
  const files = texts.map((text, index) => ({ name: `${index + 1}.jws`, text }));
  return verifyReceipts(files, await application.receipts.keySet());
}

describe('the receipt of a deletion', () => {
  it('tells who approved which plan, what worked, what was sent and what was seen gone', async () => {
    const { receipt } = await show(deletion);
    const [task] = receipt.tasks;
    expect(receipt.request).toMatchObject({ id: deletion, type: 'deletion', status: 'completed' });
    expect(receipt.approvals).toEqual([
      { by: 'cli', at: expect.any(String) as unknown, plan: task!.plan!.hash },
    ]);
    expect(task).toMatchObject({ connection: 'support', connector: 'drift', status: 'completed' });
    expect(task!.versions).toEqual([
      {
        connector: expect.any(String) as unknown,
        vendorApi: expect.any(String) as unknown,
        runner: receipt.issuedBy,
      },
    ]);
    expect(task!.outcomes).toEqual([{ resource: 'contacts', outcome: 'deleted', count: 2 }]);
    expect(task!.operations).toMatchObject([
      {
        resource: 'contacts',
        count: 2,
        outcome: 'deleted',
        alsoErases: ['conversations', 'messages', 'attachments'],
        sending: { times: 1, answer: 'pending', calls: [{ operation: 'deletePersonalData', status: 200 }] },
        verification: { found: 'deleted' },
      },
    ]);
    const { sending, verification } = task!.operations[0]!;
    expect(Date.parse(verification!.lastAt)).toBeGreaterThanOrEqual(Date.parse(sending!.lastAt));
    expect(verification!.calls.length).toBeGreaterThan(0);
    expect(task!.notCovered.length).toBeGreaterThan(0);
  });

  it('holds no personal value and no secret, in any of its faces', async () => {
    const view = await show(deletion);
    const payload = Buffer.from(view.jws.split('.')[1]!, 'base64url').toString('utf8');
    for (const face of [payload, JSON.stringify(view), receiptPage(view)]) {
      for (const value of [email, 'grace', 'hopper', vendor.staticToken])
        expect(face.toLowerCase()).not.toContain(value.toLowerCase());
    }
  });

  it('is checked with the public keys alone', async () => {
    const { jws, hash } = await show(deletion);
    expect(await verify(`${jws}\n`)).toMatchObject([{ file: '1.jws', hash, follows: null }]);
  });

  it('does not hold with any byte flipped', async () => {
    const jws = Buffer.from((await show(deletion)).jws);
    for (let place = 0; place < jws.length; place += 1) {
      const changed = Buffer.from(jws);
      changed[place]! ^= 1 << randomInt(8);
      await expect(verify(changed.toString('latin1'))).rejects.toThrow(EvidenceError);
    }
  });

  it('is issued once for what there is to say, whoever asks at the same time', async () => {
    await mark(deletion);
    const views = await Promise.all([1, 2, 3, 4].map(() => show(deletion)));
    expect(new Set(views.map(({ hash }) => hash)).size).toBe(1);
    expect(views[0]!.latest).toBe(views[0]!.number);
  });
});

describe('a receipt that the store does not bear out', () => {
  const refused = async () => {
    await expect(show(deletion)).rejects.toThrow(EvidenceError);
  };
  const save = 'create table dsr.kept as select * from dsr.erasure_step';
  const restore =
    'delete from dsr.erasure_step; insert into dsr.erasure_step select * from dsr.kept; drop table dsr.kept';

  it.each([
    ['without any look', `${save}; delete from dsr.erasure_step where step = 'verify'`],
    [
      'when the last look found it there',
      `${save}; update dsr.erasure_step set last_at = last_at - interval '1 day' where outcome = 'deleted'; insert into dsr.erasure_step select task_id, work_id, 'verify', 'failed', 1, now(), now(), '[]' from dsr.kept limit 1`,
    ],
    [
      'when the look was before the call',
      `${save}; update dsr.erasure_step set last_at = now() + interval '1 day' where step = 'erase'`,
    ],
  ])('is not signed %s', async (_, sql) => {
    await tampered(sql, restore, refused);
  });

  it('is not signed when more is called deleted than was to be erased', async () => {
    await tampered(
      `create table dsr.kept as select id, came_to from dsr.task;
       update dsr.task set came_to = came_to || '{"resource":"messages","outcome":"deleted","count":7}'`,
      `update dsr.task set came_to = kept.came_to from dsr.kept where kept.id = task.id; drop table dsr.kept`,
      refused,
    );
  });

  it('calls unverified what an earlier version confirmed without a record of its look', async () => {
    const before = (await show(deletion)).number;
    await tampered(
      `${save}; delete from dsr.erasure_step; update dsr.work set unwitnessed = true where kind = 'erase'`,
      `${restore}; update dsr.work set unwitnessed = false`,
      async () => {
        const { receipt } = await show(deletion);
        expect(receipt.number).toBe(before + 1);
        expect(receipt.tasks[0]!.outcomes).toMatchObject([{ outcome: 'unverified', count: 2 }]);
        expect(JSON.stringify(receipt)).not.toContain('"outcome":"deleted"');
      },
    );
    await mark(deletion);
    expect((await show(deletion)).number).toBe(before + 2);
  });
});

describe('versions of a receipt', () => {
  it('follow from each other, and none can be left out or exchanged', async () => {
    const { latest } = await show(deletion);
    expect(latest).toBeGreaterThanOrEqual(3);
    const [first, second, third] = await Promise.all([1, 2, 3].map((number) => show(deletion, number)));
    expect(await verify(third!.jws, first!.jws, second!.jws)).toMatchObject([
      { follows: '3.jws' },
      { follows: null },
      { follows: '2.jws' },
    ]);
    expect(second!.receipt.previous).toBe(first!.hash);
    await expect(show(deletion, latest + 1)).rejects.toThrow(`the versions 1 to ${latest}`);
  });

  it('hold after the key was rotated, and new ones are signed by the new key', async () => {
    const before = await show(deletion);
    await application.receipts.rotateKey();
    await database.query(`update dsr.request set due_at = due_at + interval '1 day' where id = $1`, [
      deletion,
    ]);
    await mark(deletion);
    const after = await show(deletion);
    expect(after.key).not.toBe(before.key);
    expect(await verify(before.jws, after.jws)).toMatchObject([{ follows: null }, { follows: '1.jws' }]);
  });

  it('say the same of the work when the data of the request is destroyed', async () => {
    const before = await show(deletion);
    const keep = `select wrapped from dsr.data_key where scope = 'request' and scope_id = $1`;
    const { rows } = await database.query<{ wrapped: Buffer }>(keep, [deletion]);
    await database.query(`update dsr.data_key set wrapped = null, destroyed_at = now() where scope_id = $1`, [
      deletion,
    ]);
    await database.query(`update dsr.request set due_at = due_at + interval '1 day' where id = $1`, [
      deletion,
    ]);
    await mark(deletion);
    const after = await show(deletion);
    expect(after.number).toBe(before.number + 1);
    expect(after.receipt.tasks).toEqual(before.receipt.tasks);
    expect(after.receipt.subject).toEqual(before.receipt.subject);
    expect(await verify(before.jws, after.jws)).toHaveLength(2);
    await database.query(`update dsr.data_key set wrapped = $2, destroyed_at = null where scope_id = $1`, [
      deletion,
      rows[0]!.wrapped,
    ]);
  });
});

describe('a worker', () => {
  it('makes receipts of what has ended, without being asked', async () => {
    const access = await recorded('access');
    await expect(show(access)).rejects.toThrow('made when it has ended');
    await application.worker.run(never, { untilIdle: true, tell: () => undefined });
    const { rows } = await database.query('select number from dsr.receipt where request_id = $1', [access]);
    expect(rows).toEqual([{ number: 1 }]);
    expect((await database.query('select from dsr.receipt_due')).rowCount).toBe(0);
    const { receipt } = await show(access);
    expect(receipt.tasks[0]!.outcomes).toContainEqual({
      resource: 'contacts',
      outcome: 'not_found',
      count: 0,
    });
  });
});
