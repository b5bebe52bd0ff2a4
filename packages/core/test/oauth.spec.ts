import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AuthError,
  CancelledError,
  ConfigError,
  EgressError,
  ThrottledError,
  TransientError,
  VendorContractError,
  VendorRejectedError,
} from '../src/errors/index.js';
import { Sensitive, type OAuthScheme, type NormaliseTokenAnswer } from '../src/index.js';
import {
  authorizationUrl,
  exchangeCode,
  newPkcePair,
  newState,
  refresh,
  type TokenEndpoint,
} from '../src/oauth/index.js';
import { sleepyClock } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

const scheme: OAuthScheme = {
  kind: 'oauth2',
  authorizationUrl: 'https://vendor.example/authorize',
  tokenPath: '/oauth2/token',
  clientAuthentication: 'client_secret_post',
  pkce: false,
  scopesInAuthorizationUrl: false,
  staticToken: true,
  defaultTokenLifetimeSeconds: 7200,
  rejectionStatuses: [401, 403],
};
const endpoints = {
  authorizationUrl: 'https://vendor.example/authorize?brand=a',
  tokenUrl: 'https://vendor.example/token',
};

interface CamelCase {
  readonly accessToken?: string;
  readonly refreshToken?: string;
  readonly expiresIn?: number;
  readonly scope?: string;
}

/** The vendor of these tests spells in camel case. */
const normalise: NormaliseTokenAnswer = (answer) => {
  const { accessToken, refreshToken, expiresIn, scope } = answer as unknown as CamelCase;
  if (accessToken === undefined) throw new Error(`no token in ${JSON.stringify(answer)}`);
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(expiresIn === undefined ? {} : { expires_in: expiresIn }),
    ...(scope === undefined ? {} : { scope }),
  };
};

let vendor: Vendor;
const clock = sleepyClock();
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

function endpoint(changes: Partial<TokenEndpoint> = {}): TokenEndpoint {
  return {
    scheme,
    tokenUrl: `${vendor.origin}/oauth2/token`,
    origins: [vendor.origin],
    clientId: 'cid',
    clientSecret: new Sensitive('client-s3cret'),
    normalise,
    clock,
    ...changes,
  };
}

const oldToken = new Sensitive('old-s3cret');
const callback = {
  parameters: new URLSearchParams('code=c0de&state=st'),
  state: 'st',
  redirectUri: 'http://127.0.0.1/back',
};

describe('authorizationUrl', () => {
  const options = {
    scheme,
    endpoints,
    clientId: 'cid',
    redirectUri: 'http://127.0.0.1/back',
    state: 'st',
    scopes: ['read', 'erase'],
  };

  it('asks for a code, and leaves scopes to a vendor that takes them from the app', () => {
    expect(Object.fromEntries(authorizationUrl(options).searchParams)).toEqual({
      brand: 'a',
      response_type: 'code',
      client_id: 'cid',
      redirect_uri: 'http://127.0.0.1/back',
      state: 'st',
    });
  });

  it('names scopes and the PKCE challenge to a vendor that takes them', async () => {
    const { challenge, verifier } = await newPkcePair();
    const asking = { ...scheme, scopesInAuthorizationUrl: true, pkce: true };
    const { searchParams } = authorizationUrl({ ...options, scheme: asking, pkceChallenge: challenge });
    expect(searchParams.get('scope')).toBe('read erase');
    expect(searchParams.get('code_challenge')).toBe(challenge);
    expect(verifier).not.toBe(challenge);
  });

  it('has another state each time', () => {
    expect(newState()).not.toBe(newState());
    expect(newState()).toMatch(/^[\w-]{43}$/);
  });
});

describe('exchangeCode', () => {
  it('swaps the code for tokens, whatever their spelling', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { accessToken: 'a1', refreshToken: 'r1', expiresIn: 100, scope: 'read erase' });
    });
    const tokens = await exchangeCode(endpoint(), { ...callback, pkceVerifier: 'verifier' });
    expect(Object.fromEntries(new URLSearchParams(vendor.arrivals[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'c0de',
      redirect_uri: 'http://127.0.0.1/back',
      client_id: 'cid',
      client_secret: 'client-s3cret',
      code_verifier: 'verifier',
    });
    expect([tokens.accessToken.reveal(), tokens.refreshToken?.reveal()]).toEqual(['a1', 'r1']);
    expect(tokens).toMatchObject({
      expiresAt: clock.now() + 100_000,
      refreshAt: clock.now() + 85_000,
      scopes: ['read', 'erase'],
    });
    expect(inspect(tokens)).not.toMatch(/a1|r1/);
  });

  it.each(['code=c0de', 'code=c0de&state=other', 'error=access_denied&state=st', 'code=c0de?state=st'])(
    'refuses the callback %s',
    async (query) => {
      const refused = exchangeCode(endpoint(), { ...callback, parameters: new URLSearchParams(query) });
      await expect(refused).rejects.toThrow(AuthError);
      expect(vendor.arrivals).toHaveLength(0);
    },
  );
});

describe('a vendor whose tokens do not expire', () => {
  it('issues one without an expiry', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { accessToken: 'a1' });
    });
    const lasting = { ...endpoint(), scheme: { ...scheme, defaultTokenLifetimeSeconds: null } };
    expect(await exchangeCode(lasting, callback)).toMatchObject({ expiresAt: null });
  });
});

describe('refresh', () => {
  it('keeps the old refresh token when none is issued, and assumes the declared life', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { accessToken: 'a2' });
    });
    const tokens = await refresh(endpoint(), oldToken);
    expect(tokens.refreshToken?.reveal()).toBe('old-s3cret');
    expect(tokens).toMatchObject({ expiresAt: clock.now() + 7_200_000, refreshAt: clock.now() + 7_080_000 });
    expect(tokens).not.toHaveProperty('scopes');
  });

  it('can send the client in the header', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { accessToken: 'a2' });
    });
    await refresh(endpoint({ scheme: { ...scheme, clientAuthentication: 'client_secret_basic' } }), oldToken);
    expect(vendor.arrivals[0]?.authorization).toMatch(/^Basic /);
    expect(vendor.arrivals[0]?.body).not.toContain('client_secret');
  });

  it.each([
    [400, AuthError],
    [401, AuthError],
    [403, AuthError],
    [404, VendorRejectedError],
    [408, TransientError],
    [425, TransientError],
    [302, EgressError],
    [429, ThrottledError],
    [500, TransientError],
    [503, TransientError],
  ])('tells a %d apart, without a secret in the error', async (status, kind) => {
    vendor.answerWith((response) => {
      json(
        response,
        status,
        { error: 'invalid_grant', detail: 'old-s3cret' },
        { location: '/x', 'retry-after': '30' },
      );
    });
    const error = await refresh(endpoint(), oldToken).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
    if (error instanceof ThrottledError) expect(error.retryAt.getTime()).toBe(clock.now() + 30_000);
    expect(vendor.arrivals).toHaveLength(1);
  });

  it.each([
    '',
    'old-s3cret',
    '{"other":"old-s3cret"}',
    '{"accessToken":5,"s":"old-s3cret"}',
    '{"accessToken":"old-s3cret","expiresIn":-1}',
    '[]',
  ])('refuses the answer %s, without a secret in the error', async (body) => {
    vendor.answerWith((response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    const error = await refresh(endpoint(), oldToken).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VendorContractError);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
  });

  it('is transient when the connection breaks or nothing comes', async () => {
    vendor.answerWith((response, count) => (count === 1 ? response.destroy() : undefined));
    await expect(refresh(endpoint(), oldToken)).rejects.toThrow(TransientError);
    await expect(refresh(endpoint({ timeoutMs: 100 }), oldToken)).rejects.toThrow(TransientError);
  });

  it('can be given up', async () => {
    const caller = new AbortController();
    vendor.answerWith(() => {
      caller.abort();
    });
    await expect(refresh(endpoint(), oldToken, caller.signal)).rejects.toThrow(CancelledError);
  });

  it('goes to allowed origins only', async () => {
    await expect(refresh(endpoint({ origins: ['https://vendor.example'] }), oldToken)).rejects.toThrow(
      EgressError,
    );
    await expect(refresh(endpoint({ origins: ['http://vendor.example'] }), oldToken)).rejects.toThrow(
      ConfigError,
    );
    expect(vendor.arrivals).toHaveLength(0);
  });
});
