import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { carryOut } from '../support/carry-out.js';
import { letGo } from '../support/days-later.js';
import { TestServices } from '../support/services.js';

const phone = '+442079460018';
let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
  await services.startVendor('main', { strangers: 1 });
});

afterAll(() => services.close());

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
