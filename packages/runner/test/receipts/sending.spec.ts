import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { ReceiptMaker } from '../../src/receipts/receipt-maker.js';
import { ReceiptStatements } from '../../src/receipts/receipt-statements.js';
import type { ReceiptStatement } from '../../src/receipts/receipt.js';
import type { RequestRow } from '../../src/store/request-store.js';
import { carryOut } from '../support/carry-out.js';
import { somebody, TestServices } from '../support/services.js';
import { until } from '../worker/until.js';

const email = 'grace.hopper@example.com';
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  services = await TestServices.start();
  vendor = await services.startVendor('main', { subjects: [{ email, contacts: 1 }], strangers: 1 });
});

afterAll(() => services.close());

describe('the receipt of a deletion that was called off', () => {
  it('does not say that a call was never sent which the vendor turned down', async () => {
    vendor.faults.always('deletePersonalData', { kind: 'status', status: 429, retryAfter: '3600' });
    const { id } = await services.requests().create({ ...somebody, type: 'deletion', approved: true });
    const stop = new AbortController();
    const waiting = services
      .requests()
      .wait(id, () => undefined, stop.signal)
      .catch(() => undefined);
    await until(async () => {
      const parked = `select from dsr.work where kind = 'erase' and sent_at is null and not_before > now() + interval '30 minutes'`;
      return (await services.database.query(parked)).rowCount > 0;
    });
    await services.requests().cancel(id);
    stop.abort();
    await waiting;
    vendor.faults.clear();
    const { receipt } = await services.receipts().show(id);
    const [operation] = receipt.tasks[0]!.operations;
    expect(operation).toMatchObject({ outcome: 'skipped', sending: { times: 1 }, verification: null });
    expect(operation!.reason).toBe('The vendor did not take it when it was sent, and it was not sent again.');
  });

  it('calls unverified what was announced and has no answer, whatever came between', async () => {
    const announced = await services.database.query<{ request_id: string }>(
      `update dsr.work set sent_at = now() from dsr.task where task.id = work.task_id and kind = 'erase' returning request_id`,
    );
    const id = announced.rows[0]!.request_id;
    await services.database.query('select dsr.mark_receipt($1)', [id]);
    const { receipt } = await services.receipts().show(id);
    expect(receipt.tasks[0]!.operations).toMatchObject([{ outcome: 'unverified' }]);
  });
});

describe('a receipt of a request that is carried on while it is made', () => {
  it('is not issued', async () => {
    const { id } = await carryOut(services, { connections: ['main'] });
    const { container, database, keys } = services;
    const given = { stores: container.get(tokens.taskStores), keys, views: container.get(tokens.views) };
    class Overtaken extends ReceiptStatements {
      override async of(request: RequestRow, before: ReceiptStatement | undefined) {
        const statement = await super.of(request, before);
        await database.query(`update dsr.request set status = 'running', finished_at = null where id = $1`, [
          request.id,
        ]);
        return statement;
      }
    }
    const maker = new ReceiptMaker({
      database,
      keys,
      requests: container.get(tokens.requestStore),
      receipts: container.get(tokens.receiptStore),
      statements: new Overtaken({ ...given, parts: [] }),
      signing: container.get(tokens.signing),
      audit: container.get(tokens.audit),
    });
    await maker.make(id);
    const issued = await database.query('select from dsr.receipt where request_id = $1', [id]);
    expect(issued.rowCount).toBe(0);
  });
});
