import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RateLimit } from '@privacy-connectors/core';
import { leaseTerms } from '../../src/budgets/lease-terms.js';
import { BudgetStore, type BudgetPlace, type LeaseRequest } from '../../src/store/budget-store.js';
import { openLaboratory, type Laboratory } from './laboratory.js';

/** So slow that nothing drips in while a test runs. */
const limits: readonly RateLimit[] = [{ requestsPerSecond: 1e-6, burst: 40 }];
const nothing: LeaseRequest = {
  permits: 0,
  unused: 0,
  since: 0,
  cuts: 0,
  throttled: false,
  sent: 0,
  successes: 0,
  ceilings: [null],
  lead: 0,
};

let laboratory: Laboratory;
let store: BudgetStore;
let place: BudgetPlace;

beforeAll(async () => {
  laboratory = await openLaboratory();
  store = new BudgetStore(laboratory.database);
});
afterAll(() => laboratory.close());
beforeEach(async () => {
  place = { connectionId: await laboratory.connection(), name: 'all' };
  await store.open(place, { limits, paces: leaseTerms(limits).paces });
});

const lease = (request: Partial<LeaseRequest>) => store.lease(place, { ...nothing, ...request });
const left = async () => (await lease({})).content[0];

describe('a lease', () => {
  it('begins with nothing, and reserves what comes due later', async () => {
    expect((await lease({ permits: 3 })).content[0]).toBeCloseTo(-3, 3);
    expect((await lease({ permits: 2 })).content[0]).toBeCloseTo(-5, 3);
  });

  it('takes back what was not used', async () => {
    const { leased } = await lease({ permits: 3 });
    await lease({ unused: 2, since: leased });
    expect(await left()).toBeCloseTo(-1, 3);
  });

  it('takes nothing back once somebody else has leased: both would come due together', async () => {
    const { leased } = await lease({ permits: 3 });
    await lease({ permits: 1 });
    await lease({ unused: 2, since: leased });
    expect(await left()).toBeCloseTo(-4, 3);
  });

  it('takes nothing back from before a cut', async () => {
    const { leased } = await lease({ permits: 3 });
    await lease({ throttled: true });
    await lease({ unused: 2, since: leased });
    expect(await left()).toBeCloseTo(-3, 3);
  });

  it('holds no more than the vendor says there is', async () => {
    await laboratory.database.query('update dsr.rate_budget set content = size where connection_id = $1', [
      place.connectionId,
    ]);
    expect((await lease({ permits: 1, ceilings: [4] })).content[0]).toBeCloseTo(3, 3);
    expect((await lease({ permits: 1, ceilings: [-7] })).content[0]).toBeCloseTo(-8, 3);
  });

  it('does not stop a connection for as long as the clock of the database was set back', async () => {
    await laboratory.database.query(
      `update dsr.rate_budget set per_second = '{10}', at = now() + interval '1 hour' where connection_id = $1`,
      [place.connectionId],
    );
    const { content, from } = await lease({ permits: 1 });
    expect(content[0]).toBeGreaterThanOrEqual(-11);
    expect(from).toBeLessThan(Date.now() + 60_000);
  });

  it('is refused when the connection is gone', async () => {
    await store.remove(place.connectionId, laboratory.database);
    await expect(lease({ permits: 1 })).rejects.toThrow('removed while it was in use');
  });
});
