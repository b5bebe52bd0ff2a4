import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { TokensLeftError } from '../../src/connections/tokens-left-error.js';
import { ConnectionSetting, keeping } from '../support/connection-setting.js';
import { never } from '../support/never.js';
import { settleCalls } from '../support/vendor-calls.js';

describe('the audit log counts the calls to a vendor', () => {
  let setting: ConnectionSetting;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    setting = await ConnectionSetting.open();
  });

  afterEach(async () => {
    await setting.reset();
    await settled();
  });
  afterAll(() => setting.close());

  const connections = () => setting.services.connections();
  const settled = () => settleCalls(setting.services.database);

  /** The entry about the connection. */
  async function about(actor: string, counts: readonly string[]) {
    const connection = (await setting.remains())?.id;
    return [{ actor, details: { connection, counts } }];
  }

  it('that a connection was added with', async () => {
    vendor = await setting.start();
    await setting.authorise();
    const counts = ['token 1', 'tokenInformation 1'];
    expect(await settled()).toEqual([{ actor: 'cli', details: { connector: 'drift', counts } }]);
    await setting.authorise();
    expect(await settled()).toEqual(await about('cli', counts));
  });

  it('that refuses the credentials, and that ends the tokens nobody took', async () => {
    vendor = await setting.start();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    await expect(setting.authorise()).rejects.toThrow();
    const counts = ['token 1', 'token 400 1', 'tokenInformation 401 1', 'tokenInformation 403 1'];
    expect(await settled()).toMatchObject([
      { details: { connector: 'drift', counts: [...counts, 'uninstall 1'] } },
    ]);
  });

  it('that issues no tokens', async () => {
    vendor = await setting.start();
    vendor.faults.once('token', { kind: 'status', status: 400 });
    await expect(setting.authorise()).rejects.toThrow();
    expect(await settled()).toMatchObject([{ details: { connector: 'drift', counts: ['token 400 1'] } }]);
  });

  it('and hides no failure when it cannot', async () => {
    vendor = await setting.start();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    vendor.faults.always('uninstall', { kind: 'status', status: 400 });
    await setting.services.database.query('alter table dsr.audit_tally rename to audit_tally_away');
    try {
      await expect(setting.authorise()).rejects.toThrow(TokensLeftError);
    } finally {
      await setting.services.database.query('alter table dsr.audit_tally_away rename to audit_tally');
    }
  });

  it('that a connection is tested with, and by whom', async () => {
    vendor = await setting.start();
    await setting.giveToken();
    await settled();
    const actor = { name: 'key:1', role: 'admin' } as const;
    await setting.services.container.get(tokens.connections)(actor).test('main', never);
    expect(await settled()).toEqual(await about('key:1', ['tokenInformation 1']));
    vendor.faults.always('tokenInformation', { kind: 'status', status: 401 });
    await expect(connections().test('main', never)).rejects.toThrow();
    expect(await settled()).toEqual(await about('cli', ['tokenInformation 401 1']));
  });

  it('that a connection is ended at, also when a worker tries again', async () => {
    vendor = await setting.start();
    await setting.authorise();
    await settled();
    vendor.faults.once('uninstall', { kind: 'status', status: 400 });
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'still_alive' });
    expect(await settled()).toEqual(await about('cli', ['tokenInformation 1', 'uninstall 400 1']));
    await setting.services.database.query('update dsr.connection set end_next_try = now()');
    await setting.services.container.get(tokens.removal).tryDue(never);
    const counts = ['token 400 1', 'tokenInformation 401 1', 'uninstall 1'];
    expect(await settled()).toEqual(await about('worker', counts));
  });

  it('that renews a token on the way', async () => {
    vendor = await setting.start();
    await setting.authorise();
    await settled();
    vendor.tokens.expireAccessTokens();
    await connections().test('main', never);
    const [entry] = await settled();
    expect(entry?.details.counts).toContain('token 1');
  });
});
