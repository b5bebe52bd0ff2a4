import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import type { Receipt } from '../../src/receipts/receipt.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { tokens } from '../../src/composition/tokens.js';
import { carryOut, connect, letGo } from '../retention/places.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { readPackage } from '../support/read-package.js';
import { somebody, TestServices } from '../support/services.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { nextConnector, writeNextConnector } from './next-connector.js';

const email = 'grace.hopper@example.com';
const folder = temporaryFolder();
let server: TestDatabase;
let services: TestServices;
let vendor: DriftSimulator;
let access: RequestView;
let cancelled: RequestView;

interface PackagedConnection {
  readonly connector: { readonly version: string };
  readonly resources: readonly { readonly name: string; readonly records: number }[];
  readonly outcomes: unknown;
  readonly notCovered: unknown;
}

beforeAll(async () => {
  server = await startTestDatabase();
  services = await TestServices.open(server.url, { home: folder.path });
  vendor = await startDriftSimulator({ subjects: [{ email, contacts: 2 }], conversations: 2, strangers: 2 });
  await connect(services, 'main', vendor);
  access = await carryOut(services, { connections: ['main'] });
  const { id } = await services.requests().create({ ...somebody, type: 'access' });
  cancelled = await services.requests().cancel(id);
  writeNextConnector(folder.path);
});

afterAll(async () => {
  await services.container.get(tokens.engine).close();
  await services.close();
  await vendor.close();
  await server.stop();
  folder.remove();
});

/** Does `work` with other connectors on the same installation. */
async function withConnectors<T>(
  connectors: readonly string[],
  work: (other: TestServices) => Promise<T>,
): Promise<T> {
  const other = await TestServices.open(server.url, {
    home: folder.path,
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
  return (await other.container.get(tokens.receipts)(host).show(id)).receipt;
}

async function packaged(other: TestServices): Promise<PackagedConnection> {
  const { file } = await other
    .requests()
    .export(access.id, `${folder.path}/${String(Math.random()).slice(2)}.zip`);
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
