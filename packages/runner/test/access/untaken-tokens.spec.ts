import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import { tokens } from '../../src/composition/tokens.js';
import { TokensLeftError } from '../../src/connections/tokens-left-error.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { fastSettings } from '../support/installation.js';
import { TestServices } from '../support/services.js';

const { signal } = new AbortController();

describe('tokens that a vendor gave', () => {
  let server: TestDatabase;
  let services: TestServices;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    server = await startTestDatabase();
    services = await TestServices.open(server.url);
  });

  afterEach(async () => {
    for (const { name } of await connections().list())
      await connections().remove(name, { forget: true, signal });
    await vendor.close();
  });

  afterAll(async () => {
    await services.close();
    await server.stop();
  });

  const connections = () => services.container.get(tokens.connections)(host);

  async function start(options: DriftSimulatorOptions = {}): Promise<void> {
    vendor = await startDriftSimulator({ subjects: [], strangers: 1, conversations: 1, ...options });
  }

  const add = (
    name: string,
    credentials: Parameters<ReturnType<typeof connections>['add']>[0]['credentials'],
  ) => {
    const { baseUrl, authorizationUrl } = vendor;
    const settings = { baseUrl, authorizationUrl, ...fastSettings };
    return connections().add({ connector: 'drift', name, settings, namespaces: {}, credentials }, signal);
  };

  /** By an app in a browser, which comes back to the port of the runner. */
  const authorise = (name: string) =>
    add(name, {
      kind: 'authorization_code',
      clientId: vendor.clientId,
      clientSecret: new Sensitive(vendor.clientSecret),
      callbackPort: 0,
      onAuthorizationUrl: (url) => void fetch(url),
    });

  const giveToken = (name: string) =>
    add(name, { kind: 'static_token', token: new Sensitive(vendor.staticToken) });

  /** What the audit log says last about credentials. */
  async function audited(): Promise<unknown> {
    const { rows } = await services.database.query(
      `select action, details from dsr.audit_entry
       where action in ('connection.tokens_not_taken', 'connection.credentials_replaced') order by seq desc limit 1`,
    );
    return rows[0];
  }

  it('are ended when the connection could not be made', async () => {
    await start();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    const failure: unknown = await authorise('main').catch((error: unknown) => error);
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
    await start({ uninstall: 'ignored' });
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    await expect(authorise('main')).rejects.toMatchObject({
      name: 'TokensLeftError',
      message: expect.stringMatching(/were not taken, and may be valid\. In Drift, open/),
    });
    expect(await audited()).toMatchObject({ details: { reason: 'accepted_yet_alive' } });
  });

  it('are not ended where that would end a connection in use', async () => {
    await start();
    await authorise('main');
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    await expect(authorise('other')).rejects.toThrow(TokensLeftError);
    expect(vendor.calls.count('uninstall')).toBe(0);
    expect(await connections().test('main', signal)).toMatchObject({ alive: true });
    expect(await audited()).toMatchObject({ details: { connection: null, reason: 'shared' } });
  });

  it('keep the code of the failure, and no secret', async () => {
    await start({ uninstall: 'ignored' });
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    const failure = (await authorise('main').catch((error: unknown) => error)) as TokensLeftError;
    expect(failure).toMatchObject({ code: (failure.cause as { code: string }).code });
    expect(failure.message).not.toContain(vendor.clientSecret);
  });

  it('are told when others take their place, and not when they stay', async () => {
    await start();
    expect(await giveToken('main')).toMatchObject({ renewed: false, manualSteps: [] });
    expect(await giveToken('main')).toMatchObject({ renewed: true, manualSteps: [] });
    expect(await audited()).not.toMatchObject({ action: 'connection.credentials_replaced' });
    expect(await authorise('main')).toMatchObject({
      renewed: true,
      manualSteps: [expect.stringContaining('In Drift'), expect.stringContaining('A token that was made')],
    });
    expect(await audited()).toMatchObject({
      action: 'connection.credentials_replaced',
      details: { connection: expect.any(String) },
    });
  });
});
