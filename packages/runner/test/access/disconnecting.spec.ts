import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { ConnectionSetting, forgetting, keeping } from '../support/connection-setting.js';
import { never } from '../support/never.js';
import { somebody } from '../support/services.js';

describe('a connection that is removed', () => {
  let setting: ConnectionSetting;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    setting = await ConnectionSetting.open();
  });

  afterEach(() => setting.reset());
  afterAll(() => setting.close());

  const connections = () => setting.services.connections();
  const removal = () => setting.services.container.get(tokens.removal);

  /** As when the time of the next try has come. */
  async function makeDue(): Promise<void> {
    await setting.services.database.query(
      'update dsr.connection set end_next_try = now() where end_next_try is not null',
    );
  }

  it('is dead at the vendor, and its data key destroyed', async () => {
    vendor = await setting.start();
    await setting.authorise();
    expect(await connections().remove('main', keeping)).toEqual({
      removed: 'main',
      state: 'disconnected',
      reason: null,
      manualSteps: [],
    });
    expect(vendor.calls.count('uninstall')).toBe(1);
    expect(await setting.remains()).toMatchObject({ kept: false, key: false, dead_at: expect.any(Date) });
    expect(await connections().list()).toEqual([]);
    expect(await setting.audited()).toEqual([
      'connection.added',
      'connection.removed',
      'connection.disconnected',
    ]);
  });

  it('is still alive where the vendor says yes and lets it in all the same', async () => {
    vendor = await setting.start({ uninstall: 'ignored' });
    await setting.authorise();
    expect(await connections().remove('main', keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'accepted_yet_alive',
      manualSteps: [expect.stringContaining('Drift'), expect.any(String)],
    });
    expect(await setting.remains()).toMatchObject({ kept: true, key: true, dead_at: null });
  });

  it('is ended by a worker when the vendor did not answer at first', async () => {
    vendor = await setting.start();
    await setting.authorise();
    const forget = vendor.faults.always('*', { kind: 'status', status: 503 });
    expect(await connections().remove('main', keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'unreachable',
    });
    await removal().tryDue(never);
    expect(await connections().list()).toMatchObject([
      { name: 'main', state: 'still_alive', reason: 'unreachable' },
    ]);
    forget();
    await makeDue();
    await removal().tryDue(never);
    expect(await connections().list()).toEqual([]);
    expect(await setting.remains()).toMatchObject({ kept: false, key: false, dead_at: expect.any(Date) });
    expect(await setting.audited()).toEqual([
      'connection.added',
      'connection.removed',
      'connection.still_alive',
      'connection.disconnected',
    ]);
  });

  it('is ended once a person has revoked a token that no call ends', async () => {
    vendor = await setting.start();
    await setting.giveToken();
    expect(await connections().remove('main', keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'unsupported',
    });
    expect(vendor.calls.count('uninstall')).toBe(0);
    vendor.tokens.revoke(vendor.staticToken);
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'disconnected' });
    expect(await setting.remains()).toMatchObject({ kept: false, key: false });
  });

  it.each(['static_token', 'authorization_code'])(
    'is not dead because a proxy answers 403 to everybody: %s',
    async (kind) => {
      vendor = await setting.start();
      await (kind === 'static_token' ? setting.giveToken() : setting.authorise());
      const forget = vendor.faults.always('*', { kind: 'status', status: 403 });
      expect(await connections().remove('main', keeping)).toMatchObject({ reason: 'refused' });
      forget();
      expect(await setting.remains()).toMatchObject({ kept: true, key: true, dead_at: null });
    },
  );

  it('is not dead because the secret of its app was changed', async () => {
    vendor = await setting.start({ uninstall: 'ignored' });
    await setting.authorise();
    vendor.tokens.expireAccessTokens();
    const forget = vendor.faults.always('token', { kind: 'status', status: 401 });
    expect(await connections().remove('main', keeping)).toMatchObject({ reason: 'refused' });
    expect(await setting.remains()).toMatchObject({ kept: true, key: true, dead_at: null });
    forget();
    vendor.tokens.revokeAll('oauth');
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'disconnected' });
    expect(await setting.remains()).toMatchObject({ kept: false, key: false, dead_at: expect.any(Date) });
  });

  it('is not dead when only its access token is', async () => {
    vendor = await setting.start({ uninstall: 'ignored' });
    await setting.authorise();
    vendor.faults.always('uninstall', { kind: 'status', status: 400 });
    vendor.tokens.expireAccessTokens();
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'still_alive' });
    expect(await setting.remains()).toMatchObject({ kept: true, key: true, dead_at: null });
  });

  it('is not used any more while it is still alive', async () => {
    vendor = await setting.start();
    await setting.giveToken();
    const id = (await setting.remains())?.id ?? '';
    const sessions = setting.services.container.get(tokens.sessions);
    await expect(sessions.open(id)).resolves.toBeDefined();
    await connections().remove('main', keeping);
    await expect(sessions.open(id)).rejects.toThrow('was removed');
  });

  it('takes the earlier ones of its name along', async () => {
    vendor = await setting.start();
    for (let count = 0; count < 3; count += 1) {
      await setting.giveToken();
      if (count < 2) await connections().remove('main', keeping);
    }
    const forgotten = await connections().remove('main', forgetting);
    expect(forgotten).toMatchObject({ state: 'forgotten', reason: 'unsupported' });
    expect(new Set(forgotten.manualSteps).size).toBe(forgotten.manualSteps.length);
    expect(await connections().list()).toEqual([]);
    await expect(connections().remove('main', keeping)).rejects.toThrow('no connection');
  });

  it('is forgotten on demand, which is no proof that it is dead', async () => {
    vendor = await setting.start();
    await setting.giveToken();
    expect(await connections().remove('main', forgetting)).toMatchObject({
      state: 'forgotten',
    });
    expect(await setting.remains()).toMatchObject({ kept: false, key: false, dead_at: null });
    expect(await connections().list()).toEqual([]);
    expect(await setting.audited()).toContain('connection.forgotten');
  });

  it('does not end the app of another connection that still needs it', async () => {
    vendor = await setting.start();
    await setting.authorise();
    vendor.faults.once('uninstall', { kind: 'status', status: 503 });
    vendor.faults.once('tokenInformation', { kind: 'status', status: 503 });
    await connections().remove('main', keeping);
    await setting.authorise();
    const calls = vendor.calls.count('uninstall');
    await makeDue();
    await removal().tryDue(never);
    expect(vendor.calls.count('uninstall')).toBe(calls);
    expect(await connections().test('main', never)).toMatchObject({ alive: true });
    const [, left] = await connections().list();
    expect(left).toMatchObject({ state: 'still_alive', reason: 'shared' });
  });

  it('gives its name free, and takes no requests', async () => {
    vendor = await setting.start();
    await setting.giveToken();
    await connections().remove('main', keeping);
    await expect(
      setting.services.requests().create({ ...somebody, type: 'access', connections: ['main'] }),
    ).rejects.toThrow('no connection');
    await setting.giveToken();
    const states = (await connections().list()).map(({ state }) => state);
    expect(states).toEqual(['connected', 'still_alive']);
  });

  it('tells how old credentials are and whether they expire', async () => {
    vendor = await setting.start();
    await setting.giveToken();
    const [made] = await connections().list();
    expect(made).toMatchObject({ credentialsExpire: false, lastUsedAt: null });
    await connections().remove('main', forgetting);
    await setting.authorise();
    expect(await connections().list()).toMatchObject([{ credentialsExpire: true }]);
  });

  it('writes the secrets of the app into no column and no audit entry', async () => {
    vendor = await setting.start();
    await setting.authorise();
    const forget = vendor.faults.always('uninstall', { kind: 'status', status: 400 });
    expect(await connections().remove('main', keeping)).toMatchObject({ reason: 'refused' });
    forget();
    const { rows } = await setting.services.database.query<{ line: string }>(
      `select entry::text as line from dsr.audit_entry as entry union all select c::text from dsr.connection as c`,
    );
    for (const { line } of rows) expect(line).not.toContain(vendor.clientSecret);
  });
});
