import { afterEach, describe, expect, it } from '@jest/globals';
import { connectionBudgets } from '@privacy-connectors/core/rate-limit';
import type { RateLimitClass } from '@privacy-connectors/core';
import { connector } from '../src/index.js';
import { manifest } from '../src/manifest/manifest.js';
import { subject } from '../src/profiles/locate.js';
import { EMAIL, startSite, type Site } from './support/site.js';

let site: Site;

describe('the limits of Klaviyo', () => {
  afterEach(() => site.simulator.close());

  it.each([
    ['the second is full while the minute is free', { burst: 2, steady: 700 }],
    ['the minute is full while the second is free', { burst: 75, steady: 2 }],
  ])('are waited out by the seconds of a 429, which has no counters: %s', async (_, L) => {
    site = await startSite({ limits: { L } });
    for (let call = 0; call < 5; call += 1) {
      const { things } = await subject.locate(site.context, EMAIL, null);
      expect(things).toHaveLength(2);
    }
    const statuses = site.simulator.calls.all.map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 429, 200, 200, 429, 200]);
  });

  it('of one endpoint do not slow another one', async () => {
    site = await startSite({ limits: { XS: { burst: 1, steady: 1 } } });
    await connector.implementation.check(site.context, { accessToken: '' });
    expect(site.simulator.calls.countStatus(429)).toBe(0);
  });
});

describe('the class of a call', () => {
  it.each([
    ['findProfiles', '', 'L'],
    ['findProfiles', '?additional-fields%5Bprofile%5D=subscriptions', 'L'],
    ['findProfiles', '?additional-fields[profile]=subscriptions%2Cpredictive_analytics', 'M'],
    ['getProfile', '', 'L'],
    ['getProfile', '?include=push-tokens', 'L'],
    ['getProfile', '?include=lists', 'XS'],
    ['getProfile', '?include=push-tokens,segments', 'XS'],
    ['getProfile', '?include=lists&additional-fields[profile]=predictive_analytics', 'XS'],
    ['getProfile', '?additional-fields[profile]=subscriptions,predictive_analytics', 'M'],
    ['listsOfProfile', '', 'S'],
    ['pushTokensOfProfile', '', 'M'],
    ['findEvents', '', 'XL'],
    ['requestDeletion', '', 'S'],
    ['getAccounts', '', 'XS'],
  ] as const)('of %s with "%s" is %s', (operationId, query, name) => {
    let chosen: RateLimitClass['limits'] = [];
    const budgetOf = connectionBudgets(manifest.rateLimits, (limits) => {
      chosen = limits;
      return { acquire: () => Promise.resolve(), throttled: () => undefined, succeeded: () => undefined };
    });
    const url = `https://a.klaviyo.com/api/anything${query}`;
    budgetOf({ operationId, operation: manifest.operations[operationId], url });
    expect(chosen).toBe(manifest.rateLimits[name].limits);
  });
});
