import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { TestServices } from '../support/services.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { carryOut, connect, letGo } from './places.js';

const phone = '+442079460018';
const folder = temporaryFolder();
let server: TestDatabase;
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  server = await startTestDatabase();
  services = await TestServices.open(server.url, { home: folder.path });
  vendor = await startDriftSimulator({ strangers: 1 });
  await connect(services, 'main', vendor);
});

afterAll(async () => {
  await services.container.get(tokens.engine).close();
  await services.close();
  await vendor.close();
  await server.stop();
  folder.remove();
});

it('sentences of a connector that name the person do not outlive what the request found', async () => {
  const { id } = await carryOut(services, { phones: [phone], connections: ['main'] });
  const sentence = `Neither ${phone} nor grace.hopper@example.com may be read.`;
  const outcome = { resource: 'contacts', outcome: 'refused', count: 1, reason: sentence };
  await services.database.query('update dsr.task set came_to = $1, error = $2', [
    JSON.stringify([outcome]),
    JSON.stringify({ code: 'vendor_rejected', message: sentence }),
  ]);
  await letGo(services, 31);
  const [task] = (await services.requests().show(id)).tasks;
  const left = 'Neither [withheld] nor [withheld] may be read.';
  expect(task!.error).toEqual({ code: 'vendor_rejected', message: left });
  expect(task!.outcomes).toEqual([{ ...outcome, reason: left }]);
  const { rows } = await services.database.query<{ row: string }>('select task::text as row from dsr.task');
  expect(rows[0]!.row).not.toMatch(/grace\.hopper|442079460018/);
});
