import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../src/receipts/receipt.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { carryOut } from '../support/carry-out.js';
import { letGo } from '../support/days-later.js';
import { readPackage } from '../support/read-package.js';
import { somebody, TestServices } from '../support/services.js';
import { nextConnector, writeNextConnector } from './next-connector.js';

const email = 'grace.hopper@example.com';
let services: TestServices;
let access: RequestView;
let cancelled: RequestView;

interface PackagedConnection {
  readonly connector: { readonly version: string };
  readonly resources: readonly { readonly name: string; readonly records: number }[];
  readonly outcomes: unknown;
  readonly notCovered: unknown;
}

beforeAll(async () => {
  services = await TestServices.start();
  await services.startVendor('main', { subjects: [{ email, contacts: 2 }], conversations: 2, strangers: 2 });
  access = await carryOut(services, { connections: ['main'] });
  const { id } = await services.requests().create({ ...somebody, type: 'access' });
  cancelled = await services.requests().cancel(id);
  writeNextConnector(services.home);
});

afterAll(() => services.close());

/** Does `work` with other connectors on the same installation. */
async function withConnectors<T>(
  connectors: readonly string[],
  work: (other: TestServices) => Promise<T>,
): Promise<T> {
  const other = await TestServices.open(services.databaseUrl, {
    home: services.home,
    homeIsChosen: true,
    connectors: [...connectors],
  });
  try {
    return await work(other);
  } finally {
    await other.close();
  }
}

/** A new version of the receipt, as whoever has something new to say has it made. */
async function newReceipt(other: TestServices, id: string): Promise<Receipt> {
  await other.database.query(`update dsr.request set due_at = due_at + interval '1 hour' where id = $1`, [
    id,
  ]);
  await other.database.query('select dsr.mark_receipt($1)', [id]);
  return (await other.receipts().show(id)).receipt;
}

async function packaged(other: TestServices): Promise<PackagedConnection> {
  const { file } = await other
    .requests()
    .export(access.id, `${services.home}/${String(Math.random()).slice(2)}.zip`);
  const manifest = (await readPackage(file)).get('manifest.json')!.toString('utf8');
  return (JSON.parse(manifest) as { connections: [PackagedConnection] }).connections[0];
}

describe.each([
  ['knows other resources', [nextConnector]],
  ['is gone', []],
])('what a request came to, once its connector %s', (_, connectors) => {
  it('is shown as it was', async () => {
    const [task] = access.tasks;
    expect(task!.notCovered.length).toBeGreaterThan(0);
    await withConnectors(connectors, async (other) => {
      const view = await other.requests().show(access.id);
      expect(view.tasks[0]).toMatchObject({ outcomes: task!.outcomes, notCovered: task!.notCovered });
      const off = await other.requests().show(cancelled.id);
      expect(off.tasks[0]).toMatchObject({ outcomes: [], notCovered: task!.notCovered });
    });
  });

  it('is attested as it was', async () => {
    const before = await newReceipt(services, access.id);
    await withConnectors(connectors, async (other) => {
      const after = await newReceipt(other, access.id);
      expect(after.number).toBe(before.number + 1);
      expect(after.tasks).toEqual(before.tasks);
    });
  });

  it('is handed over as it was', async () => {
    const before = await packaged(services);
    const after = await withConnectors(connectors, packaged);
    expect(after).toEqual(before);
    expect(after.resources.map(({ name }) => name)).not.toContain('tickets');
  });
});

describe('what expires while its connector is gone', () => {
  it('keeps what it came to', async () => {
    await withConnectors([], async (other) => {
      await letGo(other, 31);
      const view = await other.requests().show(access.id);
      expect(view.retention.expiredBy).toBe('time');
      const [task] = access.tasks;
      expect(view.tasks[0]).toMatchObject({ outcomes: task!.outcomes, notCovered: task!.notCovered });
    });
  });
});
