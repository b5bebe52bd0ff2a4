import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import { tokens } from '../../src/composition/tokens.js';
import { KeyServiceError } from '../../src/errors/runner-error.js';
import type { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { fastSettings } from '../support/installation.js';
import { auditedOf, remainsOf } from '../support/removed-connection.js';
import { TestServices } from '../support/services.js';

const { signal } = new AbortController();
const keeping = { forget: false, signal };

/** What may have become of a stored connection since it was added, as a change of its row or of its key. */
const damages = [
  ['a setting that the connector no longer has', `settings = settings || '{"former": "yes"}'`],
  ['a setting that is refused by now', `settings = settings || '{"vendorBurst": "-1"}'`],
  ['a host that is not allowed', `settings = settings || '{"baseUrl": "https://elsewhere.example.com"}'`],
  ['an address that is none', `settings = settings || '{"baseUrl": "nowhere"}'`],
  ['no client secret', 'client_secret = null'],
  ['damaged tokens', `tokens = decode('00', 'hex')`],
] as const;

describe('a connection that is removed and cannot be used any more', () => {
  let server: TestDatabase;
  let services: TestServices;
  let database: Database;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    server = await startTestDatabase();
    services = await TestServices.open(server.url);
    database = services.database;
  });

  beforeEach(async () => {
    vendor = await startDriftSimulator({ subjects: [], strangers: 1, conversations: 1 });
  });

  afterEach(() => vendor.close());

  afterAll(async () => {
    await services.close();
    await server.stop();
  });

  const connections = () => services.container.get(tokens.connections)(host);

  async function add(name: string): Promise<void> {
    const { baseUrl, authorizationUrl, clientId } = vendor;
    const clientSecret = new Sensitive(vendor.clientSecret);
    const app = { kind: 'authorization_code', clientId, clientSecret, callbackPort: 0 } as const;
    const settings = { baseUrl, authorizationUrl, ...fastSettings };
    const credentials = { ...app, onAuthorizationUrl: (url: string) => void fetch(url) };
    await connections().add({ connector: 'drift', name, settings, namespaces: {}, credentials }, signal);
  }

  const damage = (name: string, change: string) =>
    database.query(`update dsr.connection set ${change} where name = $1`, [name]);

  async function damageKey(name: string): Promise<void> {
    const { rowCount } = await database.query(
      `update dsr.data_key set wrapped = decode('00', 'hex')
       where scope_id = (select id::text from dsr.connection where name = $1)`,
      [name],
    );
    expect(rowCount).toBe(1);
  }

  async function expectToEnd(name: string): Promise<void> {
    expect(await connections().remove(name, keeping)).toMatchObject({
      state: 'still_alive',
      reason: 'unusable',
      manualSteps: [expect.stringContaining('Drift'), expect.any(String)],
    });
    expect(await connections().list()).toMatchObject([{ name, state: 'still_alive', reason: 'unusable' }]);
    expect(await connections().remove(name, { forget: true, signal })).toMatchObject({
      state: 'forgotten',
      reason: 'unusable',
    });
    expect(await remainsOf(database, name)).toMatchObject({ kept: false, key: false, dead_at: null });
    expect(await connections().list()).toEqual([]);
    expect((await auditedOf(database, name)).slice(-2)).toEqual([
      'connection.still_alive',
      'connection.forgotten',
    ]);
  }

  it.each(damages)('is still alive and can be forgotten: %s', async (damaged, change) => {
    const name = damaged.replaceAll(' ', '-');
    await add(name);
    await damage(name, change);
    await expectToEnd(name);
  });

  it('is still alive and can be forgotten: a damaged data key', async () => {
    await add('damaged-key');
    await damageKey('damaged-key');
    await expectToEnd('damaged-key');
  });

  it('can be forgotten also where the master key of its data key is away', async () => {
    await add('away');
    await database.query(
      `update dsr.data_key set wrapper_id = 'away', wrapped = wrapped || '\\x00'::bytea
       where scope_id = (select id::text from dsr.connection where name = 'away')`,
    );
    await expect(connections().remove('away', keeping)).rejects.toThrow(KeyServiceError);
    expect(await connections().remove('away', { forget: true, signal })).toMatchObject({
      state: 'forgotten',
      reason: 'unusable',
    });
    expect(await remainsOf(database, 'away')).toMatchObject({ kept: false, key: false, dead_at: null });
  });

  it('keeps no other one from being ended', async () => {
    await add('first');
    await add('second');
    const forget = vendor.faults.always('*', { kind: 'status', status: 503 });
    for (const name of ['first', 'second']) await connections().remove(name, keeping);
    forget();
    await damage('first', `settings = settings || '{"former": "yes"}'`);
    await database.query(
      `update dsr.connection set end_next_try = now() - case name when 'first' then interval '1 hour' else '1 minute' end
       where end_next_try is not null`,
    );
    await services.container.get(tokens.removal).tryDue(signal);
    expect(await connections().list()).toMatchObject([{ name: 'first', reason: 'unusable' }]);
    expect(await remainsOf(database, 'second')).toMatchObject({ key: false, dead_at: expect.any(Date) });
    await connections().remove('first', { forget: true, signal });
  });
});
