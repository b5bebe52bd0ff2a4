import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuthError, InvalidGrantError, ThrottledError, TransientError } from '../src/errors/index.js';
import type { CallObservation } from '../src/http/index.js';
import { Sensitive } from '../src/index.js';
import { exchangeCode, refresh, StaticTokenSource } from '../src/oauth/index.js';
import { sleepyClock } from './support/calls.js';
import { tokenEndpointOf } from './support/token-endpoint.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

const clock = sleepyClock();
const renew = () => refresh({ ...tokenEndpointOf(vendor), clock }, new Sensitive('r1'));
const unfit = "The vendor's token answer does not fit OAuth 2.0.";

describe('the token endpoint', () => {
  it('gets a form, and is asked for JSON', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { access_token: 'a1', token_type: 'bearer' });
    });
    await renew();
    expect(vendor.arrivals).toMatchObject([
      {
        method: 'POST',
        url: '/token',
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        },
      },
    ]);
  });

  it.each([
    [400, 'The vendor no longer accepts the grant or the app. Authorise the connection again.'],
    [404, "The vendor's token endpoint refused the call with 404."],
    [408, "The vendor's token endpoint answered 408."],
    [500, "The vendor's token endpoint answered 500."],
  ])('that answers %d is told by its status and request id', async (status, message) => {
    vendor.answerWith((response) => {
      json(response, status, {}, { 'x-request-id': 'r1' });
    });
    await expect(renew()).rejects.toMatchObject({
      message,
      place: { operation: 'token', status, vendorRequestId: 'r1' },
    });
  });

  it.each([
    [400, { error: 'invalid_grant' }, true],
    [401, { error: 'invalid_client' }, false],
    [403, { error: { type: 'invalid_grant' } }, false],
    [400, null, false],
    [400, 'invalid_grant', false],
  ])('that answers %d with %j says that the grant is dead: %s', async (status, body, isDead) => {
    vendor.answerWith((response) => {
      json(response, status, body);
    });
    const error = await renew().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthError);
    expect(error instanceof InvalidGrantError).toBe(isDead);
  });

  it.each([
    [{}, 60_000],
    [{ 'retry-after': 'soon' }, 60_000],
    [{ 'retry-after': '5' }, 5000],
  ])('that is limited is asked again later: %j', async (headers, wait) => {
    vendor.answerWith((response) => {
      json(response, 429, {}, headers);
    });
    const error = await renew().catch((thrown: unknown) => thrown);
    if (!(error instanceof ThrottledError)) throw error;
    expect(error.retryAt.getTime()).toBe(clock.now() + wait);
    expect(error.place).toMatchObject({ operation: 'token', status: 429 });
  });

  it('that cannot be reached is told from one that does not answer', async () => {
    vendor.answerWith((response, count) => (count === 1 ? response.destroy() : undefined));
    const place = { operation: 'token' };
    await expect(renew()).rejects.toMatchObject({
      message: "The vendor's token endpoint could not be reached (the connection failed).",
      place,
      cause: expect.any(Object),
    });
    const impatient = refresh({ ...tokenEndpointOf(vendor), timeoutMs: 20 }, new Sensitive('r1'));
    await expect(impatient).rejects.toMatchObject({
      message: "The vendor's token endpoint could not be reached (no answer in time).",
      place,
    });
  });

  it('is not asked for a caller who gave up', async () => {
    const given = refresh(tokenEndpointOf(vendor), new Sensitive('r1'), AbortSignal.abort());
    await expect(given).rejects.toMatchObject({
      code: 'cancelled',
      message: 'The call was given up.',
      place: { operation: 'token' },
    });
    expect(vendor.arrivals).toHaveLength(0);
  });

  it.each([
    ['nothing', '', "The vendor's token endpoint answered without a body."],
    ['no JSON', '<p>', 'The vendor answered with something that is not JSON.'],
    ['no token', '{"token_type":"bearer"}', unfit],
    ['no kind of token', '{"access_token":"a1"}', unfit],
    ['a list', '[]', unfit],
  ])('that answers with %s is not understood', async (_, body, message) => {
    vendor.answerWith((response) => response.writeHead(200).end(body));
    await expect(renew()).rejects.toMatchObject({
      code: 'vendor_contract',
      message,
      place: { operation: 'token' },
    });
  });

  it('whose answer the connector does not understand is told so', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { token: 'a1' });
    });
    const normalise = () => {
      throw new Error('a1');
    };
    const given = refresh({ ...tokenEndpointOf(vendor), normalise }, new Sensitive('r1'));
    await expect(given).rejects.toMatchObject({
      code: 'vendor_contract',
      message: "The vendor's token answer has no access token that is understood.",
      place: { operation: 'token' },
    });
  });

  it('names scopes between any spaces, or none', async () => {
    vendor.answerWith((response, count) => {
      const scope = count === 1 ? ' read  erase ' : '';
      json(response, 200, { access_token: 'a1', token_type: 'bearer', scope });
    });
    expect((await renew()).scopes).toEqual(['read', 'erase']);
    expect((await renew()).scopes).toEqual([]);
  });

  it('may answer with at most a megabyte', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { access_token: 'a'.repeat(1024 ** 2), token_type: 'bearer' });
    });
    await expect(renew()).rejects.toThrow("The vendor's answer is larger than 1048576 bytes.");
  });
});

describe('a callback', () => {
  const came = (query: string) => {
    const parameters = new URLSearchParams(query);
    const callback = { parameters, state: 'st', redirectUri: 'http://127.0.0.1/back' };
    return exchangeCode(tokenEndpointOf(vendor), callback);
  };

  it.each([
    ['error=access_denied&state=st', 'was declined at the vendor'],
    ['code=c0de&state=other', 'came back without the state that was sent out'],
    ['code=c0de', 'came back without the state that was sent out'],
    ['state=st', 'came back without a code'],
    ['state=st&code=', 'came back without a code'],
  ])('with %s is refused, with the reason', async (query, why) => {
    await expect(came(query)).rejects.toMatchObject({
      code: 'authentication',
      message: `The authorisation ${why}. Authorise the connection again.`,
    });
    expect(vendor.arrivals).toHaveLength(0);
  });

  it('without PKCE sends no verifier', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { access_token: 'a1', token_type: 'bearer' });
    });
    const tokens = await came('code=c0de&state=st');
    expect(tokens).not.toHaveProperty('refreshToken');
    expect(new URLSearchParams(vendor.arrivals[0]?.body).has('code_verifier')).toBe(false);
  });
});

describe('a token made by hand', () => {
  const source = new StaticTokenSource(new Sensitive('by hand'));

  it('is given to everybody', async () => {
    expect((await source.current()).reveal()).toBe('by hand');
  });

  it('cannot be renewed, and says what to do', async () => {
    await expect(source.renew()).rejects.toMatchObject({
      code: 'authentication',
      message:
        "The vendor rejects the connection's token. Make a new one in the vendor's settings and store it with the connection.",
      place: {},
    });
  });

  it('tells of every call how it ended, and no secret', async () => {
    const calls: CallObservation[] = [];
    const endpoint = {
      ...tokenEndpointOf(vendor),
      clock,
      observe: (call: CallObservation) => calls.push(call),
    };
    vendor.answerWith((response, count) => {
      if (count === 3) response.destroy();
      else json(response, count === 1 ? 200 : 400, { access_token: 'canary', token_type: 'bearer' });
    });
    for (const expected of [undefined, AuthError, TransientError]) {
      const ended = refresh(endpoint, new Sensitive('canary'));
      await (expected === undefined ? ended : expect(ended).rejects.toThrow(expected));
    }
    const call = { operationId: 'token', method: 'POST', attempts: 1 };
    expect(calls).toMatchObject([
      { ...call, status: 200 },
      { ...call, status: 400 },
      { ...call, error: 'transient' },
    ]);
    expect(calls[2]).not.toHaveProperty('status');
    expect(JSON.stringify(calls)).not.toMatch(/canary|secret|127\.0\.0\.1/);
  });
});
