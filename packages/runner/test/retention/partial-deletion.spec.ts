import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { carryOut } from '../support/carry-out.js';
import { beginWatching, letGo } from '../support/days-later.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';

let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
});

afterAll(() => services.close());

/** A connection to a vendor of its own that knows these people. */
function vendorOf(name: string, subjects: readonly string[]): Promise<DriftSimulator> {
  return services.startVendor(name, { subjects: subjects.map((email) => ({ email })), strangers: 1 });
}

const show = (id: string) => services.requests().show(id);

/** Carries a deletion out whose plan at `changed` becomes another one after it was seen, and cancels it while that waits. */
async function cancelHalfWay(connections: readonly string[], changed: DriftSimulator): Promise<RequestView> {
  const requests = services.requests();
  const { id } = await carryOut(services, { connections, type: 'deletion', approved: false });
  for (const email of somebody.emails) changed.world.addContact({ email });
  await requests.approve(id, null);
  const { tasks } = await requests.wait(id, () => undefined, never);
  expect(tasks.map(({ status }) => status)).toEqual(['completed', 'awaiting_approval']);
  return requests.cancel(id);
}

describe('a deletion that was cancelled half-way', () => {
  it('is carried out here, and looked for again where something was deleted', async () => {
    await vendorOf('main', somebody.emails);
    const second = await vendorOf('second', somebody.emails);
    const access = await carryOut(services, { connections: ['main'] });
    const { id, status } = await cancelHalfWay(['main', 'second'], second);
    expect(status).toBe('cancelled');

    await letGo(services, 0);
    expect((await show(id)).retention.purged).toMatchObject({ requests: 1 });
    expect((await show(access.id)).retention.expiredBy).toBe('deletion');
    await beginWatching(services);
    expect((await show(id)).reappearance.map(({ connection }) => connection)).toEqual(['main']);
  });
});

describe('a deletion that deleted nothing', () => {
  it('takes no package with it when the vendor knows nobody', async () => {
    await vendorOf('knows', somebody.emails);
    await vendorOf('knows-nobody', []);
    const access = await carryOut(services, { connections: ['knows'] });
    const deletion = await carryOut(services, { type: 'deletion', connections: ['knows-nobody'] });
    expect(deletion.status).toBe('completed');
    await letGo(services, 0);
    expect((await show(access.id)).retention).toMatchObject({ expiredAt: null, purgeDue: false });
    expect((await show(deletion.id)).retention.purged).toBeNull();
  });

  it.each([{ outcome: 'retained', basis: 'legal claim' }, { outcome: 'not_found' }])(
    'takes no package with it when all it came to is %j',
    async (outcome) => {
      const connections = [`at-${outcome.outcome}`];
      await vendorOf(`at-${outcome.outcome}`, somebody.emails);
      const access = await carryOut(services, { connections });
      const deletion = await carryOut(services, { type: 'deletion', connections });
      await services.database.query(
        `update dsr.work set outcome = $2 from dsr.task
         where kind = 'erase' and task.id = task_id and request_id = $1`,
        [deletion.id, JSON.stringify(outcome)],
      );
      await letGo(services, 0);
      expect((await show(access.id)).retention).toMatchObject({ expiredAt: null, purgeDue: false });
    },
  );
});
