import { afterEach, describe, expect, it } from '@jest/globals';
import { ALL_SCOPES, type KlaviyoSimulatorOptions } from './options.js';
import { startKlaviyoSimulator, type KlaviyoSimulator } from './start-klaviyo-simulator.js';
import { ask, deletionJob, profilesBy, suppressionJob, type Ask } from '../../test/support/ask.js';

const NOBODY = profilesBy('equals(id,"nobody")');
const PROFILE = '/api/profiles/nobody';
let simulator: KlaviyoSimulator;
let now: number;

afterEach(() => simulator.close());

describe('a call', () => {
  it.each([
    [401, { headers: { authorization: '' } }],
    [401, { headers: { authorization: 'Bearer pk_simulated' } }],
    [401, { key: 'made-up' }],
    [400, { headers: { revision: '' } }],
    [400, { headers: { revision: '2024-10-15' } }],
    [406, { headers: { accept: '*/*' } }],
    [
      415,
      { headers: { 'content-type': 'application/json' }, body: deletionJob({ id: 'x', attributes: {} }) },
    ],
  ] satisfies readonly [number, Ask][])('is refused with %i for %j', async (status, how) => {
    await start({});
    const path = 'body' in how ? '/api/data-privacy-deletion-jobs' : NOBODY;
    const answer = await ask(simulator, path, how);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/vnd.api+json']);
    expect(await answer.json()).toMatchObject({ errors: [{ status, code: expect.any(String) as unknown }] });
  });

  it('is refused with a key that was revoked', async () => {
    await start({});
    simulator.keys.revoke(simulator.privateKey);
    expect((await ask(simulator, NOBODY)).status).toBe(401);
    expect(simulator.calls.countStatus(401)).toBe(1);
  });

  it.each([
    ['/api/accounts', ['accounts:read']],
    [NOBODY, ['profiles:read']],
    [PROFILE, ['profiles:read']],
    [`${PROFILE}/lists`, ['profiles:read', 'lists:read']],
    [`${PROFILE}/segments`, ['profiles:read', 'segments:read']],
    [`${PROFILE}/push-tokens`, ['profiles:read']],
    ['/api/events?filter=equals(profile_id,"x")', ['events:read']],
    ['/api/profile-suppression-bulk-create-jobs/x', ['subscriptions:read']],
    ['/api/data-privacy-deletion-jobs', ['data-privacy:write']],
    ['/api/profile-suppression-bulk-create-jobs', ['profiles:write', 'subscriptions:write']],
  ])('of %s needs each of its scopes and no other', async (path, scopes) => {
    await start({ limited: false });
    const bodies: Readonly<Record<string, unknown>> = {
      '/api/data-privacy-deletion-jobs': deletionJob({ id: 'x', attributes: {} }),
      '/api/profile-suppression-bulk-create-jobs': suppressionJob('a@b.example'),
    };
    const statusWith = async (granted: readonly string[]) => {
      const how = { key: simulator.keys.issue(granted), body: bodies[path] };
      return (await ask(simulator, path, how)).status;
    };
    expect(await statusWith(scopes)).not.toBe(403);
    for (const scope of scopes)
      expect(await statusWith(ALL_SCOPES.filter((other) => other !== scope))).toBe(403);
  });
});

describe('the windows', () => {
  it('hold at once: the second is full while the minute is free', async () => {
    await start({});
    const first = await ask(simulator, '/api/accounts');
    expect(stateOf(first)).toEqual({ limit: '15', remaining: '14', reset: '60', retryAfter: null });
    const refused = await ask(simulator, '/api/accounts');
    expect([refused.status, stateOf(refused)]).toEqual([
      429,
      { limit: null, remaining: null, reset: null, retryAfter: '1' },
    ]);
    now += 1000;
    expect((await ask(simulator, '/api/accounts')).status).toBe(200);
  });

  it('hold at once: the minute is full while the second is free', async () => {
    await start({});
    for (let call = 0; call < 15; call += 1) {
      expect((await ask(simulator, '/api/accounts')).status).toBe(200);
      now += 1000;
    }
    const refused = await ask(simulator, '/api/accounts');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '45']);
    now += 45_000;
    const next = await ask(simulator, '/api/accounts');
    expect([next.status, stateOf(next).remaining]).toEqual([200, '14']);
  });

  it.each([
    [NOBODY, 75],
    [profilesBy('equals(id,"nobody")', '&additional-fields[profile]=subscriptions'), 75],
    [profilesBy('equals(id,"nobody")', '&additional-fields[profile]=subscriptions,predictive_analytics'), 10],
    [PROFILE, 75],
    [`${PROFILE}?include=push-tokens`, 75],
    [`${PROFILE}?include=lists`, 1],
    [`${PROFILE}?include=segments`, 1],
    [`${PROFILE}?additional-fields[profile]=predictive_analytics`, 10],
    [`${PROFILE}/lists`, 3],
    [`${PROFILE}/segments`, 3],
    [`${PROFILE}/push-tokens`, 10],
    ['/api/events?filter=equals(profile_id,"x")', 350],
  ])('let %s through %i times a second', async (path, burst) => {
    await start({});
    for (let call = 0; call < burst; call += 1) expect((await ask(simulator, path)).status).not.toBe(429);
    expect((await ask(simulator, path)).status).toBe(429);
  });

  it('belong to an endpoint each, and a call that fails counts', async () => {
    await start({ limits: { L: { burst: 1, steady: 2 } } });
    expect((await ask(simulator, profilesBy('wrong'))).status).toBe(400);
    expect((await ask(simulator, NOBODY)).status).toBe(429);
    expect((await ask(simulator, PROFILE)).status).toBe(404);
  });
});

async function start(options: KlaviyoSimulatorOptions): Promise<void> {
  now = Date.UTC(2026, 0, 1);
  simulator = await startKlaviyoSimulator({ now: () => now, ...options });
}

function stateOf({ headers }: Response) {
  return {
    limit: headers.get('ratelimit-limit'),
    remaining: headers.get('ratelimit-remaining'),
    reset: headers.get('ratelimit-reset'),
    retryAfter: headers.get('retry-after'),
  };
}
