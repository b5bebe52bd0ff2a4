import { afterEach, describe, expect, it } from '@jest/globals';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';

const CALLBACK = 'http://127.0.0.1:9/callback';
let simulator: DriftSimulator;
let now = 0;

afterEach(() => simulator.close());

describe('authorization', () => {
  it('goes from the authorization page to tokens and a first call', async () => {
    await start();
    const { access_token: accessToken } = await connect();
    expect((await list(accessToken!)).status).toBe(200);
    expect(simulator.calls.all.map(({ operationId, tokenKind }) => `${operationId}/${tokenKind}`)).toEqual([
      'authorize/none',
      'token/none',
      'listUsers/oauth',
    ]);
  });

  it('redirects with code and state, and refuses a foreign client', async () => {
    await start();
    const location = new URL((await authorize({ state: 'a b&c' })).headers.get('location')!);
    expect([location.origin + location.pathname, location.searchParams.get('state')]).toEqual([
      CALLBACK,
      'a b&c',
    ]);
    expect(location.searchParams.get('code')).toMatch(/^code-/);
    expect((await authorize({ client_id: 'foreign' })).status).toBe(400);
  });

  it.each([
    ['camelCase', ['accessToken', 'expiresIn', 'orgId', 'refreshToken', 'tokenType']],
    ['snake_case', ['access_token', 'expires_in', 'orgId', 'refresh_token', 'token_type']],
  ] as const)('spells tokens in %s', async (tokenSpelling, names) => {
    await start({ tokenSpelling });
    expect(Object.keys(await connect()).sort()).toEqual(names);
  });

  it('expires access tokens and refreshes them with rotation', async () => {
    await start({ accessTokenSeconds: 60 });
    const first = await connect();
    now = 60_000;
    expect((await list(first.access_token!)).status).toBe(401);
    const second = (await (await refresh(first.refresh_token!)).json()) as Record<string, string>;
    expect((await list(second['access_token']!)).status).toBe(200);
    const reused = await refresh(first.refresh_token!);
    expect([reused.status, await reused.json()]).toEqual([400, { error: 'invalid_grant' }]);
    expect(simulator.calls.of('listUsers').map(({ tokenKind }) => tokenKind)).toEqual(['expired', 'oauth']);
  });

  it('answers token errors in the form that the options choose', async () => {
    await start({ tokenErrors: 'drift' });
    const answer = await refresh('made-up');
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('authentication_error'),
    ]);
    await simulator.close();
    await start();
    expect((await token({ grant_type: 'password' })).status).toBe(400);
    expect((await token({ grant_type: 'refresh_token', client_secret: 'wrong' })).status).toBe(401);
    const asJson = await fetch(`${simulator.baseUrl}/oauth2/token`, { method: 'POST', body: '{}' });
    expect(asJson.status).toBe(400);
  });

  it.each([401, 403] as const)('answers a bad token with %i', async (badTokenStatus) => {
    await start({ badTokenStatus });
    expect((await list('made-up')).status).toBe(badTokenStatus);
    expect((await fetch(`${simulator.baseUrl}/users/list`)).status).toBe(badTokenStatus);
    simulator.tokens.revoke(simulator.staticToken);
    expect((await list(simulator.staticToken)).status).toBe(badTokenStatus);
  });

  it.each([
    ['GET', '/contacts?email=a%40b.example', ['contact_read', 'all_contact_read']],
    ['GET', '/contacts/1', ['contact_read', 'all_contact_read']],
    ['DELETE', '/contacts/1', ['contact_write']],
    ['GET', '/conversations/list', ['conversation_read']],
    ['GET', '/conversations/1', ['conversation_read']],
    ['GET', '/conversations/1/messages', ['conversation_read']],
    ['GET', '/attachments/1/data', ['conversation_read']],
    ['GET', '/users/list', ['user_read']],
    ['POST', '/gdpr/delete', ['gdpr_write']],
  ])('asks for a scope on %s %s', async (method, path, scopes) => {
    await start();
    const statusWith = async (granted: readonly string[]) => {
      const headers = { authorization: `Bearer ${simulator.tokens.issueStatic(granted)}` };
      return (await fetch(simulator.baseUrl + path, { method, headers })).status;
    };
    const all = [
      'contact_read',
      'all_contact_read',
      'contact_write',
      'conversation_read',
      'user_read',
      'gdpr_write',
    ];
    expect(await statusWith(all.filter((scope) => !scopes.includes(scope)))).toBe(403);
    for (const scope of scopes) expect(await statusWith([scope])).not.toBe(403);
  });

  it('tells what a token is, in milliseconds or seconds, or not at all', async () => {
    await start({ accessTokenSeconds: 100 });
    const { access_token: accessToken } = await connect();
    now = 40_000;
    expect(await (await tokenInformation(accessToken!)).json()).toMatchObject({
      expires_in: 60_000,
      created_at: 0,
    });
    expect(await (await tokenInformation(simulator.staticToken)).json()).toMatchObject({
      expires_in: 0,
      scope: 'contact_read all_contact_read contact_write conversation_read user_read gdpr_write',
      authenticated_userid: 'orgId:700001',
    });
    expect((await tokenInformation('made-up')).status).toBe(400);
    await simulator.close();
    await start({ tokenInformation: 'seconds', scopes: ['contact_read'] });
    const seconds = await connect();
    expect(await (await tokenInformation(seconds.access_token!)).json()).toMatchObject({
      expires_in: 7200,
      scope: 'contact_read',
    });
    await simulator.close();
    await start({ tokenInformation: 'missing' });
    expect((await tokenInformation(simulator.staticToken)).status).toBe(404);
  });

  it('meters calls but neither authorization nor tokens', async () => {
    await start({ limits: { requestsPerSecond: 2, burst: 3 }, retryAfter: true });
    const statuses = async (times: number) => {
      const all = [];
      for (let time = 0; time < times; time += 1) all.push((await list(simulator.staticToken)).status);
      return all;
    };
    expect(await statuses(5)).toEqual([200, 200, 200, 429, 429]);
    expect((await list(simulator.staticToken)).headers.get('retry-after')).toBe('1');
    expect(await connect()).toHaveProperty('access_token');
    now = 1000;
    expect(await statuses(3)).toEqual([200, 200, 429]);
    expect(simulator.calls.countStatus(429)).toBe(4);
  });
});

interface Tokens {
  readonly access_token?: string;
  readonly refresh_token?: string;
}

async function start(options: DriftSimulatorOptions = {}): Promise<void> {
  now = 0;
  simulator = await startDriftSimulator({ conversations: 20, now: () => now, ...options });
}

function authorize(changes: Readonly<Record<string, string>> = {}): Promise<Response> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: simulator.clientId,
    redirect_uri: CALLBACK,
    state: 'state',
    ...changes,
  });
  return fetch(`${simulator.authorizationUrl}?${query.toString()}`, { redirect: 'manual' });
}

function token(fields: Readonly<Record<string, string>>): Promise<Response> {
  const client = { client_id: simulator.clientId, client_secret: simulator.clientSecret };
  const body = new URLSearchParams({ ...client, ...fields });
  return fetch(`${simulator.baseUrl}/oauth2/token`, { method: 'POST', body });
}

async function connect(): Promise<Tokens> {
  const location = new URL((await authorize()).headers.get('location')!);
  const answer = await token({ grant_type: 'authorization_code', code: location.searchParams.get('code')! });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}

function refresh(refreshToken: string): Promise<Response> {
  return token({ grant_type: 'refresh_token', refresh_token: refreshToken });
}

function list(bearer: string): Promise<Response> {
  return fetch(`${simulator.baseUrl}/users/list`, { headers: { authorization: `Bearer ${bearer}` } });
}

function tokenInformation(accessToken: string): Promise<Response> {
  return fetch(`${simulator.baseUrl}/app/token_info`, {
    method: 'POST',
    headers: { authorization: `Bearer ${simulator.staticToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ access_token: accessToken }),
  });
}
