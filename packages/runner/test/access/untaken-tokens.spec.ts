import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TokensLeftError } from '../../src/connections/tokens-left-error.js';
import { ConnectionSetting } from '../support/connection-setting.js';
import { never } from '../support/never.js';

describe('tokens that a vendor gave', () => {
  let setting: ConnectionSetting;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    setting = await ConnectionSetting.open();
  });

  afterEach(() => setting.reset());
  afterAll(() => setting.close());

  const connections = () => setting.services.connections();

  /** What the audit log says last about credentials. */
  async function audited(): Promise<unknown> {
    const { rows } = await setting.services.database.query(
      `select action, details from dsr.audit_entry
       where action in ('connection.tokens_not_taken', 'connection.credentials_replaced') order by seq desc limit 1`,
    );
    return rows[0];
  }

  it('are ended when the connection could not be made', async () => {
    vendor = await setting.start();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    const failure: unknown = await setting.authorise().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(TokensLeftError);
    expect(vendor.calls.count('uninstall')).toBe(1);
    expect(await audited()).toEqual({
      action: 'connection.tokens_not_taken',
      details: { connection: null, connector: 'drift', reason: null },
    });
    expect(await connections().list()).toEqual([]);
  });

  it('are told, with what a person does, where the vendor says yes and lets them in all the same', async () => {
    vendor = await setting.start({ uninstall: 'ignored' });
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    await expect(setting.authorise()).rejects.toMatchObject({
      name: 'TokensLeftError',
      message: expect.stringMatching(/were not taken, and may be valid\. In Drift, open/),
    });
    expect(await audited()).toMatchObject({ details: { reason: 'accepted_yet_alive' } });
  });

  it('are not ended where that would end a connection in use', async () => {
    vendor = await setting.start();
    await setting.authorise();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    await expect(setting.authorise('other')).rejects.toThrow(TokensLeftError);
    expect(vendor.calls.count('uninstall')).toBe(0);
    expect(await connections().test('main', never)).toMatchObject({ alive: true });
    expect(await audited()).toMatchObject({ details: { connection: null, reason: 'shared' } });
  });

  it('keep the code of the failure, and no secret', async () => {
    vendor = await setting.start({ uninstall: 'ignored' });
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    const failure = (await setting.authorise().catch((error: unknown) => error)) as TokensLeftError;
    expect(failure).toMatchObject({ code: (failure.cause as { code: string }).code });
    expect(failure.message).not.toContain(vendor.clientSecret);
  });

  it('are told when others take their place, and not when they stay', async () => {
    vendor = await setting.start();
    expect(await setting.giveToken()).toMatchObject({ renewed: false, manualSteps: [] });
    expect(await setting.giveToken()).toMatchObject({ renewed: true, manualSteps: [] });
    expect(await audited()).not.toMatchObject({ action: 'connection.credentials_replaced' });
    expect(await setting.authorise()).toMatchObject({
      renewed: true,
      manualSteps: [expect.stringContaining('In Drift'), expect.stringContaining('A token that was made')],
    });
    expect(await audited()).toMatchObject({
      action: 'connection.credentials_replaced',
      details: { connection: expect.any(String) },
    });
  });
});
