import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Requests } from '../../src/application/requests.js';
import { somebody, TestServices } from '../support/services.js';

let services: TestServices;
let requests: Requests;

beforeAll(async () => {
  services = await TestServices.start();
  await services.addConnection('support');
  await services.addConnection('sales');
  requests = services.requests();
});

afterAll(() => services.close());

/** Records a request; each is unlike the one before. */
async function create(count: number): Promise<string> {
  const emails = [`person.${count}@example.com`, 'grace.hopper@example.com'];
  const connections = [['support'], ['sales'], []][count % 3] ?? [];
  const type = count % 4 === 0 ? 'deletion' : 'access';
  return (await requests.create({ ...somebody, emails, type, connections })).id;
}

/** How many statements `work` sends. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(services.database, 'query');
  await work();
  const { length } = query.mock.calls;
  query.mockRestore();
  return length;
}

describe('a list of requests', () => {
  it('shows each as it is shown alone, with as many statements for 50 as for 2', async () => {
    const created: string[] = [];
    for (let count = 0; count < 50; count += 1) created.push(await create(count));
    const [first = '', second = '', third = ''] = created;
    await requests.cancel(first);
    await requests.extend(second, { reason: 'It is a lot.' });
    await services.keys.destroy('request', third);

    const { items } = await requests.page({}, null, 100);
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(created));
    // Forecasts are made for all requests at once every two seconds, so they may differ.
    for (const view of items) {
      const shown = await requests.show(view.id);
      expect({ ...view, forecast: shown.forecast }).toEqual(shown);
    }
    expect(items.slice(0, 4)).toMatchObject([
      { tasks: [{ status: 'cancelled', connection: 'support' }] },
      { extended: { reason: 'It is a lot.' } },
      { tasks: [{ connection: 'sales' }, { connection: 'support' }], identifiers: [] },
      { identifiers: [{ kind: 'email', count: 2 }] },
    ]);

    const few = await statementsOf(() => requests.page({}, null, 2));
    expect(few).toBeGreaterThan(3);
    expect(await statementsOf(() => requests.page({}, null, 50))).toBe(few);
  });

  it('finds a request by the beginning of its id, and nothing by what is no beginning of one', async () => {
    const { id } = await requests.create({ ...somebody, type: 'access' });
    for (const length of [8, 9, 13, 14, 23, 36]) {
      expect((await requests.show(id.slice(0, length))).id).toBe(id);
    }
    for (const wrong of [`${id.slice(0, 8)}0`, id.replaceAll('-', ''), `${id.slice(0, 7)}-`]) {
      await expect(requests.show(wrong)).rejects.toThrow('There is no request with this id');
    }
  });
});
