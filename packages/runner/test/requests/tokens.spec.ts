import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { authorize, redirectOf } from '../support/authorization.js';
import { dsr } from '../support/dsr.js';
import { Installation, outcomesOf } from '../support/installation.js';
import { places } from '../support/places.js';
import { email, everything, vendorOfOne } from './vendor-of-one.js';

const again = /authorise the connection again/i;

let installation: Installation;
let vendors: DriftSimulator[] = [];

async function startVendor(options: DriftSimulatorOptions = {}): Promise<DriftSimulator> {
  const vendor = await startDriftSimulator({ ...vendorOfOne, ...options });
  vendors.push(vendor);
  return vendor;
}

async function startAuthorised(name: string, options: DriftSimulatorOptions = {}): Promise<DriftSimulator> {
  const vendor = await startVendor(options);
  expect((await authorize(installation, name, vendor)).code).toBe(0);
  return vendor;
}

function access(name: string, ...more: string[]): Promise<RequestView> {
  return installation.request('access', '--email', email, '--connection', name, ...more);
}

async function connectionNames(): Promise<readonly string[]> {
  const list = (await installation.run('connection', 'list', '--json')).json() as { name: string }[];
  return list.map(({ name }) => name);
}

/** The tests around it work with an installation of their own. */
function workWith(newInstallation: () => Installation): void {
  beforeAll(async () => {
    installation = newInstallation();
    await installation.open();
  });
  afterAll(() => installation.close());
}

const statusesOf = (vendor: DriftSimulator) => vendor.calls.of('token').map(({ status }) => status);

afterEach(async () => {
  jest.restoreAllMocks();
  for (const vendor of vendors) await vendor.close();
  vendors = [];
});

describe.each(places)('a connection that a person authorises %s', (_, newInstallation) => {
  workWith(newInstallation);

  it.each(['camelCase', 'snake_case', 'both'] as const)(
    'works with token answers in %s',
    async (tokenSpelling) => {
      const vendor = await startVendor({ tokenSpelling });
      const end = await authorize(installation, tokenSpelling, vendor);
      expect(end.code).toBe(0);
      expect(end.json()).toMatchObject({ alive: true, connection: { authentication: 'authorization_code' } });
      vendor.tokens.expireAccessTokens();
      expect(outcomesOf(await access(tokenSpelling, '--wait'))).toEqual(everything);
      expect(statusesOf(vendor)).toEqual([200, 200]);
    },
  );

  it('is refused when the person declines', async () => {
    const vendor = await startVendor();
    const end = await authorize(installation, 'declined', vendor, async (url) => {
      const back = await redirectOf(url);
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
      await fetch(back);
    });
    expect(end.code).toBe(5);
    expect(end.stderr).toMatch(/declined/);
    expect(vendor.calls.count('token')).toBe(0);
    expect(await connectionNames()).not.toContain('declined');
  });

  it.each(['oauth', 'drift'] as const)(
    'is refused with a wrong client secret (errors of %s)',
    async (tokenErrors) => {
      const vendor = await startVendor({ tokenErrors });
      const end = await authorize(installation, 'impostor', vendor, undefined, 'not-the-secret-77');
      expect(end.code).toBe(5);
      expect(end.stderr).not.toContain('not-the-secret-77');
      expect(await connectionNames()).not.toContain('impostor');
    },
  );
});

describe('a connection that a person authorises on another page than dsr showed', () => {
  workWith(() => new Installation());

  it('is refused when the browser comes back with another state, and nothing is stored', async () => {
    const vendor = await startVendor();
    const end = await authorize(installation, 'forged', vendor, async (url) => {
      const back = await redirectOf(url);
      back.searchParams.set('state', 'of-somebody-else');
      expect((await fetch(back)).status).toBe(400);
    });
    expect(end.code).toBe(5);
    expect(end.stderr).toMatch(again);
    expect(vendor.calls.count('token')).toBe(0);
    expect(await connectionNames()).not.toContain('forged');
  });
});

describe.each(places)('tokens that expire while a request %s runs', (_, newInstallation) => {
  workWith(newInstallation);

  it('are renewed once per expiry, although calls are concurrent', async () => {
    const vendor = await startAuthorised('expiring', { rotation: 'replace' });
    for (const nth of [4, 14]) {
      vendor.hooks.beforeHandling({ operationId: 'listMessages', nth }, () => {
        vendor.tokens.expireAccessTokens();
      });
    }
    vendor.hooks.beforeHandling({ operationId: 'findContacts', nth: 1 }, () => {
      vendor.tokens.expireAccessTokens();
    });
    expect(outcomesOf(await access('expiring', '--wait'))).toEqual(everything);
    expect(statusesOf(vendor)).toEqual([200, 200, 200, 200]);
  });
});

describe('tokens that expire while requests run', () => {
  workWith(() => new Installation());

  it('are renewed in time when they live for seconds only', async () => {
    const vendor = await startAuthorised('short-lived', {
      rotation: 'replace',
      accessTokenSeconds: 3,
      latency: 700,
    });
    expect(outcomesOf(await access('short-lived', '--wait'))).toEqual(everything);
    const renewals = vendor.calls.of('token').slice(1);
    expect(renewals.length).toBeGreaterThan(1);
    expect(renewals.every(({ status }) => status === 200)).toBe(true);
    const gaps = renewals.slice(1).map(({ at }, index) => at - (renewals[index]?.at ?? 0));
    expect(gaps.filter((gap) => gap < 2000)).toEqual([]);
  });

  it('are renewed once by two processes that share the connection', async () => {
    const vendor = await startAuthorised('shared', { rotation: 'replace' });
    const requests = [await access('shared'), await access('shared')];
    for (const nth of [4, 30]) {
      vendor.hooks.beforeHandling({ operationId: 'listMessages', nth }, () => {
        vendor.tokens.expireAccessTokens();
      });
    }
    const ended = await Promise.all(requests.map(({ id }) => installation.request('wait', id)));
    expect(ended.map(outcomesOf)).toEqual([everything, everything]);
    expect(statusesOf(vendor)).toEqual([200, 200, 200]);
  });
});

describe('a process that is killed while it renews a token', () => {
  workWith(() => new Installation());

  /** Kills `request wait` at that moment of the first renewal. */
  async function killAtRenewal(
    vendor: DriftSimulator,
    id: string,
    moment: 'beforeAnswer' | 'afterAnswer',
  ): Promise<void> {
    vendor.tokens.expireAccessTokens();
    const process = installation.start('request', 'wait', id);
    vendor.hooks[moment]({ operationId: 'token', nth: 2 }, async () => {
      process.child.kill('SIGKILL');
      await process.ended;
    });
    expect((await process.ended).code).toBeNull();
  }

  it.each(['beforeAnswer', 'afterAnswer'] as const)(
    '%s: ends in a clear request to authorise again, or goes on',
    async (moment) => {
      const vendor = await startAuthorised(`killed-${moment}`, { rotation: 'replace' });
      const { id } = await access(`killed-${moment}`);
      await killAtRenewal(vendor, id, moment);
      const next = await installation.request('wait', id);
      if (moment === 'beforeAnswer') expect(next.status).toBe('incomplete');
      if (next.status === 'incomplete') {
        expect(outcomesOf(next)[0]).toBe('contacts blocked 0');
        expect(next.tasks[0]?.outcomes[0]?.reason).toMatch(again);
        expect((await authorize(installation, `killed-${moment}`, vendor)).code).toBe(0);
      }
      expect(outcomesOf(await installation.request('wait', id))).toEqual(everything);
    },
  );

  it('needs no person when the vendor lets the old refresh token live until the new one is used', async () => {
    const vendor = await startAuthorised('lenient', { rotation: 'replace-on-use' });
    const { id } = await access('lenient');
    await killAtRenewal(vendor, id, 'beforeAnswer');
    expect(outcomesOf(await installation.request('wait', id))).toEqual(everything);
  });
});

describe.each(places)('a connection %s that the vendor does not accept any more', (_, newInstallation) => {
  workWith(newInstallation);

  it('is blocked with the remedy, and goes on after it was authorised again', async () => {
    const issued = jest.fn<(token: string) => void>();
    const vendor = await startVendor();
    const exchange = vendor.tokens.exchangeCode.bind(vendor.tokens);
    jest.spyOn(vendor.tokens, 'exchangeCode').mockImplementation((...parameters) => {
      const result = exchange(...parameters);
      if (result.ok)
        [result.tokens.accessToken, result.tokens.refreshToken].forEach((token) => {
          issued(token);
        });
      return result;
    });
    await authorize(installation, 'revoked', vendor);
    vendor.hooks.beforeHandling({ operationId: 'listMessages', nth: 3 }, () => {
      for (const [token] of issued.mock.calls) vendor.tokens.revoke(token);
    });
    const blocked = await access('revoked', '--wait');
    expect(blocked.status).toBe('incomplete');
    expect(
      blocked.tasks[0]?.outcomes.filter(({ outcome }) => outcome === 'blocked').map(({ reason }) => reason),
    ).toEqual(expect.arrayContaining([expect.stringMatching(again)]));
    expect((await installation.run('connection', 'test', 'revoked')).code).toBe(5);
    await authorize(installation, 'revoked', vendor);
    expect(outcomesOf(await installation.request('wait', blocked.id))).toEqual(everything);
  });

  it.each([401, 403] as const)(
    'with a static token answered %i is blocked until another one is stored',
    async (badTokenStatus) => {
      const name = `static-${badTokenStatus}`;
      const vendor = await startVendor({ badTokenStatus });
      await installation.connect(name, vendor);
      vendor.tokens.revoke(vendor.staticToken);
      const blocked = await access(name, '--wait');
      expect(blocked.status).toBe('incomplete');
      expect(blocked.tasks[0]?.outcomes[0]).toMatchObject({
        outcome: 'blocked',
        reason: expect.stringMatching(/token|authorise/i),
      });
      expect((await installation.run('connection', 'test', name)).code).toBe(5);

      const scopes = ['contact_read', 'all_contact_read', 'conversation_read'];
      const add = ['connection', 'add', 'drift', '--name', name, '--token-env', 'TOKEN'];
      const settings = [
        '--set',
        `baseUrl=${vendor.baseUrl}`,
        '--set',
        'vendorRequestsPerSecond=1000',
        '--set',
        'vendorBurst=200',
      ];
      const renewed = await dsr([...add, ...settings], {
        ...installation.environment,
        TOKEN: vendor.tokens.issueStatic(scopes),
      });
      expect(renewed.code).toBe(0);
      expect(outcomesOf(await installation.request('wait', blocked.id))).toEqual(everything);
    },
  );
});
