import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuthError, TransientError } from '../src/errors/index.js';
import type { CallObservation } from '../src/http/index.js';
import { Sensitive, type OAuthScheme } from '../src/index.js';
import { refresh, RefreshingTokenSource, StaticTokenSource, type TokenSource } from '../src/oauth/index.js';
import { call, countingBudget, pipelineTo, sleepyClock } from './support/calls.js';
import { tokenEndpointOf } from './support/token-endpoint.js';
import { SharedTokenStore } from './support/token-store.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

/** Tokens t1, t2, ...: renewing counts. */
function renewable(): TokenSource & { renewals: number } {
  let current = new Sensitive('t1');
  return {
    renewals: 0,
    current: () => Promise.resolve(current),
    renew(rejected) {
      if (rejected.reveal() === current.reveal()) {
        this.renewals += 1;
        current = new Sensitive(`t${String(this.renewals + 1)}`);
      }
      return Promise.resolve(current);
    },
  };
}

/** A stored token that is renewed at the vendor's token endpoint. */
function refreshable(refreshToken?: Sensitive<string>): TokenSource {
  const store = new SharedTokenStore({
    accessToken: new Sensitive('a1'),
    ...(refreshToken === undefined ? {} : { refreshToken }),
    expiresAt: null,
  });
  return new RefreshingTokenSource({ store, refresh: (token) => refresh(tokenEndpointOf(vendor), token) });
}

describe('authorization', () => {
  it.each([401, 403])('renews once and sends once more on %d, outside the attempt count', async (status) => {
    vendor.answerWith((response, _, { authorization }) => {
      json(response, authorization === 'Bearer t2' ? 200 : status, {});
    });
    const tokens = renewable();
    const clock = sleepyClock();
    const send = pipelineTo(vendor.origin, { tokens, clock, limits: { attempts: 1 } });
    const answer = await call(send, `${vendor.origin}/contacts`, { method: 'POST', body: 'kept' });
    expect(answer.status).toBe(200);
    expect(vendor.arrivals.map(({ body }) => body)).toEqual(['kept', 'kept']);
    expect([tokens.renewals, clock.slept]).toEqual([1, []]);
  });

  it('pays a permit for what is sent once more, and counts it', async () => {
    vendor.answerWith((response, count) => {
      json(response, count === 1 ? 401 : 200, {});
    });
    const budget = countingBudget();
    const observed: CallObservation[] = [];
    const observe = (each: CallObservation) => void observed.push(each);
    const send = pipelineTo(vendor.origin, { tokens: renewable(), budgetOf: () => budget, observe });
    await call(send, `${vendor.origin}/contacts`);
    expect(budget.seen.acquired).toBe(2);
    expect(observed).toMatchObject([{ attempts: 2, status: 200 }]);
  });

  it('never loops, and does not renew again for a call that a fresh token did not help', async () => {
    vendor.answerWith((response) => {
      json(response, 403, {});
    });
    const tokens = renewable();
    const send = pipelineTo(vendor.origin, { tokens });
    for (let calls = 0; calls < 5; calls += 1)
      expect((await call(send, `${vendor.origin}/contacts`)).status).toBe(403);
    expect([tokens.renewals, vendor.arrivals.length]).toEqual([1, 6]);
  });

  it('renews again for such a call a minute later, and after it succeeded', async () => {
    let status = 401;
    vendor.answerWith((response) => {
      json(response, status, {});
    });
    const tokens = renewable();
    const clock = sleepyClock();
    const send = pipelineTo(vendor.origin, { tokens, clock });
    const find = () => call(send, `${vendor.origin}/contacts`);
    await find();
    await clock.sleep(59_999, new AbortController().signal);
    await find();
    expect(tokens.renewals).toBe(1);
    await clock.sleep(1, new AbortController().signal);
    await find();
    expect(tokens.renewals).toBe(2);
    status = 200;
    await find();
    status = 401;
    await find();
    expect(tokens.renewals).toBe(3);
  });

  it.each([401, 403])('that the vendor refused to renew after a %d', async (status) => {
    vendor.answerWith((response, _, { url }) => {
      json(response, url === '/token' ? 400 : status, { error: 'invalid_grant' });
    });
    const tokens = refreshable(new Sensitive('r1'));
    const answer = call(pipelineTo(vendor.origin, { tokens }), `${vendor.origin}/contacts`);
    if (status === 403) await expect(answer).rejects.toThrow(AuthError);
    else expect((await answer).status).toBe(401);
    expect(vendor.arrivals.map(({ url }) => url)).toEqual(['/contacts', '/token']);
  });

  it('without anything to renew with leaves 403 to its reader', async () => {
    vendor.answerWith((response) => {
      json(response, 403, {});
    });
    const send = pipelineTo(vendor.origin, { tokens: refreshable() });
    expect((await call(send, `${vendor.origin}/contacts`)).status).toBe(403);
  });

  it('of a token made by hand leaves 401 and 403 to their reader, asked once', async () => {
    vendor.answerWith((response, count) => {
      json(response, count === 1 ? 401 : 403, {});
    });
    const send = pipelineTo(vendor.origin, { tokens: new StaticTokenSource(new Sensitive('by hand')) });
    expect((await call(send, `${vendor.origin}/contacts`)).status).toBe(401);
    expect((await call(send, `${vendor.origin}/contacts`)).status).toBe(403);
    expect(vendor.arrivals).toHaveLength(2);
  });

  it("sends a key in the vendor's own header and spelling, and nothing else", async () => {
    const auth = { kind: 'api_key', header: 'x-acme', prefix: 'Key ', rejectionStatuses: [401] } as const;
    await call(pipelineTo(vendor.origin, { auth }), `${vendor.origin}/contacts`);
    expect(vendor.arrivals[0]?.headers).toMatchObject({ 'x-acme': 'Key t0ken' });
    expect(vendor.arrivals[0]?.headers).not.toHaveProperty('authorization');
  });

  it('sends a token of OAuth as a bearer token', async () => {
    const auth = { kind: 'oauth2', rejectionStatuses: [401] } as unknown as OAuthScheme;
    await call(pipelineTo(vendor.origin, { auth }), `${vendor.origin}/contacts`);
    expect(vendor.arrivals[0]?.authorization).toBe('Bearer t0ken');
  });

  it('renews again when the fresh token dies early', async () => {
    vendor.answerWith((response, count) => {
      json(response, count === 2 || count === 4 ? 200 : 401, {});
    });
    const send = pipelineTo(vendor.origin, { tokens: renewable() });
    for (let calls = 0; calls < 2; calls += 1)
      expect((await call(send, `${vendor.origin}/contacts`)).status).toBe(200);
    expect(vendor.arrivals.map(({ authorization }) => authorization)).toEqual([
      'Bearer t1',
      'Bearer t2',
      'Bearer t2',
      'Bearer t3',
    ]);
  });

  it('that cannot be renewed just now is told so', async () => {
    vendor.answerWith((response) => {
      json(response, 401, {});
    });
    const failure = new TransientError('down');
    const tokens = { ...renewable(), renew: () => Promise.reject(failure) };
    const given = call(pipelineTo(vendor.origin, { tokens }), `${vendor.origin}/contacts`);
    await expect(given).rejects.toBe(failure);
  });

  it('signs every attempt with the token of the moment', async () => {
    vendor.answerWith((response, count) => {
      json(response, count < 3 ? 503 : 200, {});
    });
    let made = 0;
    const tokens: TokenSource = {
      current: () => Promise.resolve(new Sensitive(`t${String((made += 1))}`)),
      renew: (rejected) => Promise.resolve(rejected),
    };
    await call(pipelineTo(vendor.origin, { tokens }), `${vendor.origin}/contacts`);
    expect(vendor.arrivals.map(({ authorization }) => authorization)).toEqual([
      'Bearer t1',
      'Bearer t2',
      'Bearer t3',
    ]);
  });
});
