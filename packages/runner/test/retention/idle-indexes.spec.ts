import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { carryOut } from '../support/carry-out.js';
import { letGo } from '../support/days-later.js';
import { somebody, TestServices } from '../support/services.js';

const connections = ['main'];
let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
  const subjects = somebody.emails.map((email) => ({ email, conversations: 2, messagesPerConversation: 3 }));
  await services.startVendor('main', { subjects, conversations: 6, strangers: 2 });
});

afterAll(() => services.close());

async function entries(): Promise<number> {
  return (await services.database.query('select from dsr.scan_entry')).rowCount;
}

describe('the scan index of a connection', () => {
  it('is forgotten when no request used it for so long, and read as a whole by the next one', async () => {
    const before = await carryOut(services, { connections });
    const all = await entries();
    expect(all).toBeGreaterThan(2);
    await letGo(services, 29.9);
    expect(await entries()).toBe(all);
    await letGo(services, 30.1);
    expect(await entries()).toBe(0);

    const after = await carryOut(services, { connections });
    const outcomes = ({ tasks }: typeof after) => tasks.map((task) => task.outcomes);
    expect(after.status).toBe('completed');
    expect(outcomes(after)).toEqual(outcomes(before));
    expect(await entries()).toBe(all);
  });

  it.each([
    ['is being read', 'update dsr.scan set wanted = true'],
    [
      'has a request that waits for it',
      `with request as (update dsr.request set status = 'running', finished_at = null),
         task as (update dsr.task set status = 'running' returning id)
       update dsr.work set state = 'due' from task where kind = 'scan' and task_id = task.id`,
    ],
  ])('stays while it %s', async (_, sql) => {
    await carryOut(services, { connections });
    const all = await entries();
    const { rowCount } = await services.database.query(sql);
    expect(rowCount).toBeGreaterThan(0);
    await letGo(services, 31);
    expect(await entries()).toBe(all);
    await services.database.query('update dsr.scan set wanted = false');
  });
});
