import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Sensitive } from '../src/index.js';
import { RefreshingTokenSource, refresh } from '../src/oauth/index.js';
import { call, pipelineTo } from './support/calls.js';
import { tokenEndpointOf } from './support/token-endpoint.js';
import { SharedTokenStore } from './support/token-store.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

/** A pipeline of its own, as in another process, that shares the store. */
function connected(store: SharedTokenStore) {
  const endpoint = tokenEndpointOf(vendor);
  const tokens = new RefreshingTokenSource({ store, refresh: (token) => refresh(endpoint, token) });
  return pipelineTo(vendor.origin, { tokens });
}

describe('concurrent calls with a dead token', () => {
  it('cause one refresh, in all processes, and all succeed', async () => {
    let issued = 1;
    vendor.answerWith((response, _, { url, authorization, body }) => {
      const spent = !body.includes(`refresh_token=r${String(issued)}`);
      if (url !== '/token') json(response, authorization === 'Bearer a2' ? 200 : 401, {});
      else if (spent) json(response, 400, { error: 'invalid_grant' });
      else {
        issued += 1;
        json(response, 200, {
          access_token: `a${String(issued)}`,
          token_type: 'bearer',
          refresh_token: `r${String(issued)}`,
        });
      }
    });
    const store = new SharedTokenStore({
      accessToken: new Sensitive('a1'),
      refreshToken: new Sensitive('r1'),
      expiresAt: null,
    });
    const pipelines = [connected(store), connected(store)];
    const calls = pipelines.flatMap((send) =>
      Array.from({ length: 10 }, () => call(send, `${vendor.origin}/contacts`)),
    );
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses).toEqual(Array<number>(20).fill(200));
    expect(vendor.arrivals.filter(({ url }) => url === '/token')).toHaveLength(1);
    expect(store.tokens.accessToken.reveal()).toBe('a2');
  });
});
