import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReceiptView } from '../../src/application/views/receipt-view.js';
import { tokens } from '../../src/composition/tokens.js';
import { Monitor } from '../../src/monitoring/monitor.js';
import { verifyReceipts } from '../../src/receipts/verify-receipts.js';
import { carryOut } from '../support/carry-out.js';
import { beginWatching, letGo, lookAgain } from '../support/days-later.js';
import { TestServices } from '../support/services.js';

const email = 'grace.hopper@example.com';
const reason = 'Complaint 17 of Ms Hopper.';
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  services = await TestServices.start();
  const has = { contacts: 2, conversations: 2, messagesPerConversation: 3, attachmentsPerConversation: 1 };
  vendor = await services.startVendor('main', {
    subjects: [{ email, ...has }],
    conversations: 4,
    strangers: 2,
  });
});

afterAll(() => services.close());

const show = (id: string, number?: number): Promise<ReceiptView> => services.receipts().show(id, number);
const parts = async (id: string) => (await show(id)).receipt.parts;
const access = () => carryOut(services, { connections: ['main'] });

const expiredBy = async (id: string) => (await services.requests().show(id)).retention.expiredBy;

async function dueOf(ids: readonly string[]): Promise<number> {
  const sql = 'select from dsr.receipt_due where request_id = any($1)';
  return (await services.database.query(sql, [ids])).rowCount;
}

/** What the log says of a request that expired without its receipt. */
const unproven = (id: string) => services.loggedOf('receipt.unproven', id);

/** Every version of a request's receipt holds, and follows from the one before. */
async function expectChain(id: string, length: number): Promise<void> {
  const { latest } = await show(id);
  expect(latest).toBe(length);
  const files: { name: string; text: string }[] = [];
  for (let number = 1; number <= latest; number += 1)
    files.push({ name: `${number}`, text: (await show(id, number)).jws });
  const verified = await verifyReceipts(files, await services.receipts().keySet());
  expect(verified.map(({ follows }) => follows)).toEqual([
    null,
    ...files.slice(0, -1).map(({ name }) => name),
  ]);
}

describe('a receipt of a request that expires', () => {
  it('is made before, and once more to tell what was destroyed; what was swept is carried over', async () => {
    const { id } = await access();
    expect((await services.database.query('select from dsr.receipt')).rowCount).toBe(0);
    await letGo(services, 31);
    const before = await show(id, 1);
    const after = await show(id);
    expect(before.receipt.parts).toEqual({});
    expect(after.receipt.parts).toEqual({
      retention: {
        expired: {
          at: expect.any(String) as unknown,
          by: 'time',
          destroyed: { tasks: 1, records: expect.any(Number) as unknown, files: 2 },
        },
        purged: null,
      },
    });
    expect(after.receipt.tasks).toEqual(before.receipt.tasks);
    expect(after.receipt.subject).toEqual(before.receipt.subject);
    expect(after.receipt.subject).not.toEqual([]);
    await expectChain(id, 2);
    expect(unproven(id)).toEqual([]);
  });

  it('delays that while it cannot be signed', async () => {
    const { id } = await carryOut(services, { type: 'deletion', connections: ['main'] });
    await services.database.query('create table dsr.kept as select * from dsr.erasure_step');
    await services.database.query('delete from dsr.erasure_step');
    await letGo(services, 31);
    const { rows } = await services.database.query('select expired_at from dsr.request where id = $1', [id]);
    expect(rows).toEqual([{ expired_at: null }]);
    await services.database.query('insert into dsr.erasure_step select * from dsr.kept');
    await services.database.query('drop table dsr.kept');
    await letGo(services, 31);
    expect(await parts(id)).toMatchObject({ retention: { expired: { by: 'time' } } });
  });

  it('delays that for seven days at most, and is lost then', async () => {
    const { id } = await carryOut(services, { type: 'deletion', connections: ['main'] });
    vendor.world.addContact({ email });
    const untold = await carryOut(services, { type: 'deletion', connections: ['main'] });
    await services.database.query('delete from dsr.erasure_step');
    await letGo(services, 36.9);
    expect([await expiredBy(id), await expiredBy(untold.id)]).toEqual(['time', null]);
    await letGo(services, 37.1);
    expect(await expiredBy(untold.id)).toBe('time');
    await expect(show(untold.id)).rejects.toThrow('destroyed before a receipt was made');
    expect(unproven(untold.id)).toMatchObject([{ level: 'error', outcome: 'lost' }]);
  });

  it('is made as soon as it can be signed, of what has expired in its time', async () => {
    const { id } = await access();
    const old = await access();
    const before = await show(old.id);
    const falsify = 'update dsr.signing_key set digest = set_byte(digest, 0, get_byte(digest, 0) # 1)';
    await services.database.query(falsify);
    await letGo(services, 31);
    expect([await expiredBy(id), await expiredBy(old.id)]).toEqual(['time', 'time']);
    await expect(show(id)).rejects.toThrow('signing key');
    expect(await dueOf([id, old.id])).toBe(2);
    expect(unproven(id)).toMatchObject([{ level: 'error', outcome: 'late' }]);
    expect(unproven(old.id)).toEqual([]);
    expect(await new Monitor(services.database).metrics()).toMatch(/^dsr_receipt_age_seconds 0*[.1-9]/m);

    await services.database.query(falsify);
    const { receipt } = await show(id);
    expect(receipt).toMatchObject({ number: 1, parts: { retention: { expired: { by: 'time' } } } });
    const statement = ({ tasks, approvals, exceptions }: typeof receipt) => ({
      tasks,
      approvals,
      exceptions,
    });
    expect(statement(receipt)).toEqual(statement(before.receipt));
    expect(receipt.subject).toHaveLength(before.receipt.subject.length);
    await expectChain(id, 1);
    await expectChain(old.id, 2);
    expect(await dueOf([id, old.id])).toBe(0);
  });

  it('is given up where everything was destroyed before there were receipts', async () => {
    const { id } = await access();
    await services.database.query('delete from dsr.receipt_due');
    await letGo(services, 31);
    await services.container.get(tokens.receiptMaker).make(id);
    expect((await services.database.query('select from dsr.receipt_due')).rowCount).toBe(0);
    await expect(show(id)).rejects.toThrow('destroyed before a receipt was made');
  });
});

describe('the receipt of a request that is held', () => {
  it('tells when and by whom, and not why', async () => {
    const { id } = await access();
    await services.requests().hold(id, reason);
    const hold = { placedAt: expect.any(String) as unknown, placedBy: 'cli' };
    expect(await parts(id)).toEqual({ legal_holds: [{ ...hold, releasedAt: null, releasedBy: null }] });
    await services.requests().release(id);
    const { receipt } = await show(id);
    expect(receipt.parts).toEqual({
      legal_holds: [{ ...hold, releasedAt: expect.any(String) as unknown, releasedBy: 'cli' }],
    });
    expect(JSON.stringify(receipt)).not.toContain('Complaint');
    await expectChain(id, 2);
  });
});

describe('the receipt of a deletion', () => {
  it('tells what went here too, and who was looked for again', async () => {
    const other = 'ada.lovelace@example.com';
    await services.startVendor('fresh', { subjects: [{ email: other, contacts: 1 }], conversations: 1 });
    const about = { emails: [other], connections: ['fresh'] };
    const earlier = await carryOut(services, about);
    const { id } = await carryOut(services, { ...about, type: 'deletion' });
    await letGo(services, 0);
    expect(await parts(id)).toMatchObject({
      retention: { expired: null, purged: { requests: 1, held: 0 } },
    });
    expect(await parts(earlier.id)).toMatchObject({ retention: { expired: { by: 'deletion' } } });
    await expectChain(earlier.id, 2);

    await beginWatching(services);
    await lookAgain(services, 8);
    expect((await parts(id))['reappearance']).toMatchObject([
      { connection: 'fresh', finding: 'none', things: 0, nextLookAt: expect.any(String) as unknown },
    ]);
    await letGo(services, 31);
    await expectChain(id, 3);
  });
});

describe('two receipts of one number, as after a database was restored', () => {
  it('do not hold beside each other', async () => {
    const { id } = await access();
    const before = await show(id);
    await services.database.query('delete from dsr.receipt where request_id = $1', [id]);
    await services.database.query(`update dsr.request set due_at = due_at + interval '1 day' where id = $1`, [
      id,
    ]);
    await services.database.query('select dsr.mark_receipt($1)', [id]);
    const again = await show(id);
    expect([before.number, again.number]).toEqual([1, 1]);
    const verified = async (...views: readonly ReceiptView[]) => {
      const files = views.map(({ jws }, index) => ({ name: `${index + 1}.jws`, text: jws }));
      return verifyReceipts(files, await services.receipts().keySet());
    };
    expect(await verified(again, again)).toHaveLength(2);
    await expect(verified(before, again)).rejects.toThrow(
      '1.jws: It is another receipt with the number 1 than the one in 2.jws',
    );
  });
});

describe('a receipt', () => {
  it('names the newest signed checkpoint of the audit log', async () => {
    const { id } = await access();
    expect((await show(id)).receipt.audit?.checkpoint).toBeNull();
    await services.container.get(tokens.checkpoints).keep();
    await services.requests().hold(id, reason);
    const { rows } = await services.database.query<{ jws: string; seq: number }>(
      'select jws, seq from dsr.audit_checkpoint',
    );
    const { jws, receipt } = await show(id);
    expect(receipt.audit?.checkpoint).toBe(rows[0]?.jws);
    expect(receipt.audit?.seq).toBeGreaterThan(rows[0]!.seq);
    const verified = await verifyReceipts([{ name: 'a', text: jws }], await services.receipts().keySet());
    expect(verified).toHaveLength(1);
  });

  // The last one: nothing is issued here any more.
  it('is not issued over a checkpoint that somebody else signed', async () => {
    const { id } = await access();
    await services.database.transaction(async (connection) => {
      await connection.query('alter table dsr.audit_checkpoint disable trigger all');
      await connection.query(`update dsr.audit_checkpoint set jws = jws || 'A'`);
      await connection.query(
        'alter table dsr.audit_checkpoint enable always trigger audit_checkpoint_append_only',
      );
    });
    await expect(show(id)).rejects.toThrow('does not hold');
  });
});
