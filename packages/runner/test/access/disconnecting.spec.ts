import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import { tokens } from '../../src/composition/tokens.js';
import type { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { fastSettings } from '../support/installation.js';
import { auditedOf, remainsOf } from '../support/removed-connection.js';
import { TestServices } from '../support/services.js';

const { signal } = new AbortController();
const keeping = { forget: false, signal };

describe('a connection that is removed', () => {
  let server: TestDatabase;
  let services: TestServices;
  let database: Database;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    server = await startTestDatabase();
    services = await TestServices.open(server.url);
    database = services.database;
  });

  afterEach(async () => {
    for (const name of new Set((await connections().list()).map((each) => each.name)))
      await connections().remove(name, { forget: true, signal });
    await vendor.close();
  });

  afterAll(async () => {
    await services.close();
    await server.stop();
  });

  const connections = () => services.container.get(tokens.connections)(host);
  const removal = () => services.container.get(tokens.removal);

  async function start(options: DriftSimulatorOptions = {}): Promise<object> {
    vendor = await startDriftSimulator({ subjects: [], strangers: 1, conversations: 1, ...options });
    const { baseUrl, authorizationUrl } = vendor;
    return { baseUrl, authorizationUrl, ...fastSettings };
  }

  async function withToken(): Promise<void> {
    const credentials = { kind: 'static_token', token: new Sensitive(vendor.staticToken) } as const;
    await add(credentials);
  }

  /** Authorised in a browser, which comes back to the port of the runner. */
  async function withApp(): Promise<void> {
    await add({
      kind: 'authorization_code',
      clientId: vendor.clientId,
      clientSecret: new Sensitive(vendor.clientSecret),
      callbackPort: 0,
      onAuthorizationUrl: (url) => void fetch(url),
    });
  }

  async function add(
    credentials: Parameters<ReturnType<typeof connections>['add']>[0]['credentials'],
  ): Promise<void> {
    const { baseUrl, authorizationUrl } = vendor;
    const settings = { baseUrl, authorizationUrl, ...fastSettings };
    await connections().add(
      { connector: 'drift', name: 'main', settings, namespaces: {}, credentials },
      signal,
    );
  }

  const row = () => remainsOf(database, 'main');
  const audited = () => auditedOf(database, 'main');

  /** As when the time of the next try has come. */
  async function makeDue(): Promise<void> {
    await database.query('update dsr.connection set end_next_try = now() where end_next_try is not null');
  }

  it('is dead at the vendor, and its data key destroyed', async () => {
    await start();
    await withApp();
    expect(await connections().remove('main', keeping)).toEqual({
      removed: 'main',
      state: 'disconnected',
      reason: null,
      manualSteps: [],
    });
    expect(vendor.calls.count('uninstall')).toBe(1);
    expect(await row()).toMatchObject({ kept: false, key: false, dead_at: expect.any(Date) });
    expect(await connections().list()).toEqual([]);
    expect(await audited()).toEqual(['connection.added', 'connection.removed', 'connection.disconnected']);
  });

  it('is still alive where the vendor says yes and lets it in all the same', async () => {
    await start({ uninstall: 'ignored' });
    await withApp();
    expect(await connections().remove('main', keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'accepted_yet_alive',
      manualSteps: [expect.stringContaining('Drift'), expect.any(String)],
    });
    expect(await row()).toMatchObject({ kept: true, key: true, dead_at: null });
  });

  it('is ended by a worker when the vendor did not answer at first', async () => {
    await start();
    await withApp();
    const forget = vendor.faults.always('*', { kind: 'status', status: 503 });
    expect(await connections().remove('main', keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'unreachable',
    });
    await removal().tryDue(signal);
    expect(await connections().list()).toMatchObject([
      { name: 'main', state: 'still_alive', reason: 'unreachable' },
    ]);
    forget();
    await makeDue();
    await removal().tryDue(signal);
    expect(await connections().list()).toEqual([]);
    expect(await row()).toMatchObject({ kept: false, key: false, dead_at: expect.any(Date) });
    expect(await audited()).toEqual([
      'connection.added',
      'connection.removed',
      'connection.still_alive',
      'connection.disconnected',
    ]);
  });

  it('is ended once a person has revoked a token that no call ends', async () => {
    await start();
    await withToken();
    expect(await connections().remove('main', keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'unsupported',
    });
    expect(vendor.calls.count('uninstall')).toBe(0);
    vendor.tokens.revoke(vendor.staticToken);
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'disconnected' });
    expect(await row()).toMatchObject({ kept: false, key: false });
  });

  it.each(['static_token', 'authorization_code'])(
    'is not dead because a proxy answers 403 to everybody: %s',
    async (kind) => {
      await start();
      await (kind === 'static_token' ? withToken() : withApp());
      const forget = vendor.faults.always('*', { kind: 'status', status: 403 });
      expect(await connections().remove('main', keeping)).toMatchObject({ reason: 'refused' });
      forget();
      expect(await row()).toMatchObject({ kept: true, key: true, dead_at: null });
    },
  );

  it('is not dead because the secret of its app was changed', async () => {
    await start({ uninstall: 'ignored' });
    await withApp();
    vendor.tokens.expireAccessTokens();
    const forget = vendor.faults.always('token', { kind: 'status', status: 401 });
    expect(await connections().remove('main', keeping)).toMatchObject({ reason: 'refused' });
    expect(await row()).toMatchObject({ kept: true, key: true, dead_at: null });
    forget();
    vendor.tokens.revokeAll('oauth');
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'disconnected' });
    expect(await row()).toMatchObject({ kept: false, key: false, dead_at: expect.any(Date) });
  });

  it('is not dead when only its access token is', async () => {
    await start({ uninstall: 'ignored' });
    await withApp();
    vendor.faults.always('uninstall', { kind: 'status', status: 400 });
    vendor.tokens.expireAccessTokens();
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'still_alive' });
    expect(await row()).toMatchObject({ kept: true, key: true, dead_at: null });
  });

  it('is not used any more while it is still alive', async () => {
    await start();
    await withToken();
    const id = (await row())?.id ?? '';
    const sessions = services.container.get(tokens.sessions);
    await expect(sessions.open(id)).resolves.toBeDefined();
    await connections().remove('main', keeping);
    await expect(sessions.open(id)).rejects.toThrow('was removed');
  });

  it('takes the earlier ones of its name along', async () => {
    await start();
    for (let count = 0; count < 3; count += 1) {
      await withToken();
      if (count < 2) await connections().remove('main', keeping);
    }
    const forgotten = await connections().remove('main', { forget: true, signal });
    expect(forgotten).toMatchObject({ state: 'forgotten', reason: 'unsupported' });
    expect(new Set(forgotten.manualSteps).size).toBe(forgotten.manualSteps.length);
    expect(await connections().list()).toEqual([]);
    await expect(connections().remove('main', keeping)).rejects.toThrow('no connection');
  });

  it('is forgotten on demand, which is no proof that it is dead', async () => {
    await start();
    await withToken();
    expect(await connections().remove('main', { forget: true, signal })).toMatchObject({
      state: 'forgotten',
    });
    expect(await row()).toMatchObject({ kept: false, key: false, dead_at: null });
    expect(await connections().list()).toEqual([]);
    expect(await audited()).toContain('connection.forgotten');
  });

  it('does not end the app of another connection that still needs it', async () => {
    await start();
    await withApp();
    vendor.faults.once('uninstall', { kind: 'status', status: 503 });
    vendor.faults.once('tokenInformation', { kind: 'status', status: 503 });
    await connections().remove('main', keeping);
    await withApp();
    const calls = vendor.calls.count('uninstall');
    await makeDue();
    await removal().tryDue(signal);
    expect(vendor.calls.count('uninstall')).toBe(calls);
    expect(await connections().test('main', signal)).toMatchObject({ alive: true });
    const [, left] = await connections().list();
    expect(left).toMatchObject({ state: 'still_alive', reason: 'shared' });
  });

  it('gives its name free, and takes no requests', async () => {
    await start();
    await withToken();
    await connections().remove('main', keeping);
    await expect(
      services.requests().create({
        type: 'access',
        emails: ['a@example.com'],
        phones: [],
        ids: [],
        widen: [],
        connections: ['main'],
        approved: false,
        includeVendorUsers: false,
      }),
    ).rejects.toThrow('no connection');
    await withToken();
    const states = (await connections().list()).map(({ state }) => state);
    expect(states).toEqual(['connected', 'still_alive']);
  });

  it('tells how old credentials are and whether they expire', async () => {
    await start();
    await withToken();
    const [made] = await connections().list();
    expect(made).toMatchObject({ credentialsExpire: false, lastUsedAt: null });
    await connections().remove('main', { forget: true, signal });
    await withApp();
    expect(await connections().list()).toMatchObject([{ credentialsExpire: true }]);
  });

  it('writes the secrets of the app into no column and no audit entry', async () => {
    await start();
    await withApp();
    const forget = vendor.faults.always('uninstall', { kind: 'status', status: 400 });
    expect(await connections().remove('main', keeping)).toMatchObject({ reason: 'refused' });
    forget();
    const { rows } = await database.query<{ line: string }>(
      `select entry::text as line from dsr.audit_entry as entry union all select c::text from dsr.connection as c`,
    );
    for (const { line } of rows) expect(line).not.toContain(vendor.clientSecret);
  });
});
