import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import type { NewCredentials } from '../../src/application/connections.js';
import { tokens } from '../../src/composition/tokens.js';
import { TokensLeftError } from '../../src/connections/tokens-left-error.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { fastSettings } from '../support/installation.js';
import { remainsOf } from '../support/removed-connection.js';
import { TestServices } from '../support/services.js';
import { settleCalls } from '../support/vendor-calls.js';

const { signal } = new AbortController();
const keeping = { forget: false, signal };

describe('the audit log counts the calls to a vendor', () => {
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
    await settleCalls(services.database);
    await vendor.close();
  });

  afterAll(async () => {
    await services.close();
    await server.stop();
  });

  const connections = () => services.container.get(tokens.connections)(host);
  const settled = () => settleCalls(services.database);

  async function start(): Promise<void> {
    vendor = await startDriftSimulator({ subjects: [], strangers: 1, conversations: 1 });
  }

  function add(credentials: NewCredentials) {
    const { baseUrl, authorizationUrl } = vendor;
    const settings = { baseUrl, authorizationUrl, ...fastSettings };
    return connections().add(
      { connector: 'drift', name: 'main', settings, namespaces: {}, credentials },
      signal,
    );
  }

  const giveToken = () => add({ kind: 'static_token', token: new Sensitive(vendor.staticToken) });
  /** In a browser, which comes back to the port of the runner. */
  const authorise = () =>
    add({
      kind: 'authorization_code',
      clientId: vendor.clientId,
      clientSecret: new Sensitive(vendor.clientSecret),
      callbackPort: 0,
      onAuthorizationUrl: (url) => void fetch(url),
    });

  /** The entry about the connection. */
  async function about(actor: string, counts: readonly string[]) {
    const connection = (await remainsOf(services.database, 'main'))?.id;
    return [{ actor, details: { connection, counts } }];
  }

  it('that a connection was added with', async () => {
    await start();
    await authorise();
    const counts = ['token 1', 'tokenInformation 1'];
    expect(await settled()).toEqual([{ actor: 'cli', details: { connector: 'drift', counts } }]);
    await authorise();
    expect(await settled()).toEqual(await about('cli', counts));
  });

  it('that refuses the credentials, and that ends the tokens nobody took', async () => {
    await start();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    await expect(authorise()).rejects.toThrow();
    const counts = ['token 1', 'token 400 1', 'tokenInformation 401 1', 'tokenInformation 403 1'];
    expect(await settled()).toMatchObject([
      { details: { connector: 'drift', counts: [...counts, 'uninstall 1'] } },
    ]);
  });

  it('that issues no tokens', async () => {
    await start();
    vendor.faults.once('token', { kind: 'status', status: 400 });
    await expect(authorise()).rejects.toThrow();
    expect(await settled()).toMatchObject([{ details: { connector: 'drift', counts: ['token 400 1'] } }]);
  });

  it('and hides no failure when it cannot', async () => {
    await start();
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    vendor.faults.always('uninstall', { kind: 'status', status: 400 });
    await services.database.query('alter table dsr.audit_tally rename to audit_tally_away');
    try {
      await expect(authorise()).rejects.toThrow(TokensLeftError);
    } finally {
      await services.database.query('alter table dsr.audit_tally_away rename to audit_tally');
    }
  });

  it('that a connection is tested with, and by whom', async () => {
    await start();
    await giveToken();
    await settled();
    const actor = { name: 'key:1', role: 'admin' } as const;
    await services.container.get(tokens.connections)(actor).test('main', signal);
    expect(await settled()).toEqual(await about('key:1', ['tokenInformation 1']));
    vendor.faults.always('tokenInformation', { kind: 'status', status: 401 });
    await expect(connections().test('main', signal)).rejects.toThrow();
    expect(await settled()).toEqual(await about('cli', ['tokenInformation 401 1']));
  });

  it('that a connection is ended at, also when a worker tries again', async () => {
    await start();
    await authorise();
    await settled();
    vendor.faults.once('uninstall', { kind: 'status', status: 400 });
    expect(await connections().remove('main', keeping)).toMatchObject({ state: 'still_alive' });
    expect(await settled()).toEqual(await about('cli', ['tokenInformation 1', 'uninstall 400 1']));
    await services.database.query('update dsr.connection set end_next_try = now()');
    await services.container.get(tokens.removal).tryDue(signal);
    const counts = ['token 400 1', 'tokenInformation 401 1', 'uninstall 1'];
    expect(await settled()).toEqual(await about('worker', counts));
  });

  it('that renews a token on the way', async () => {
    await start();
    await authorise();
    await settled();
    vendor.tokens.expireAccessTokens();
    await connections().test('main', signal);
    const [entry] = await settled();
    expect(entry?.details.counts).toContain('token 1');
  });
});
