import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { KeyServiceError } from '../../src/errors/runner-error.js';
import { ConnectionSetting, forgetting, keeping } from '../support/connection-setting.js';
import { never } from '../support/never.js';

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
  let setting: ConnectionSetting;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    setting = await ConnectionSetting.open();
  });

  beforeEach(async () => {
    vendor = await setting.start();
  });

  afterEach(() => setting.reset());
  afterAll(() => setting.close());

  const connections = () => setting.services.connections();

  const damage = (name: string, change: string) =>
    setting.services.database.query(`update dsr.connection set ${change} where name = $1`, [name]);

  async function damageKey(name: string): Promise<void> {
    const { rowCount } = await setting.services.database.query(
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
    expect(await connections().remove(name, forgetting)).toMatchObject({
      state: 'forgotten',
      reason: 'unusable',
    });
    expect(await setting.remains(name)).toMatchObject({ kept: false, key: false, dead_at: null });
    expect(await connections().list()).toEqual([]);
    expect((await setting.audited(name)).slice(-2)).toEqual([
      'connection.still_alive',
      'connection.forgotten',
    ]);
  }

  it.each(damages)('is still alive and can be forgotten: %s', async (damaged, change) => {
    const name = damaged.replaceAll(' ', '-');
    await setting.authorise(name);
    await damage(name, change);
    await expectToEnd(name);
  });

  it('is still alive and can be forgotten: a damaged data key', async () => {
    await setting.authorise('damaged-key');
    await damageKey('damaged-key');
    await expectToEnd('damaged-key');
  });

  it('can be forgotten also where the master key of its data key is away', async () => {
    await setting.authorise('away');
    await setting.services.database.query(
      `update dsr.data_key set wrapper_id = 'away', wrapped = wrapped || '\\x00'::bytea
       where scope_id = (select id::text from dsr.connection where name = 'away')`,
    );
    await expect(connections().remove('away', keeping)).rejects.toThrow(KeyServiceError);
    expect(await connections().remove('away', forgetting)).toMatchObject({
      state: 'forgotten',
      reason: 'unusable',
    });
    expect(await setting.remains('away')).toMatchObject({ kept: false, key: false, dead_at: null });
  });

  it('keeps no other one from being ended', async () => {
    await setting.authorise('first');
    await setting.authorise('second');
    const forget = vendor.faults.always('*', { kind: 'status', status: 503 });
    for (const name of ['first', 'second']) await connections().remove(name, keeping);
    forget();
    await damage('first', `settings = settings || '{"former": "yes"}'`);
    await setting.services.database.query(
      `update dsr.connection set end_next_try = now() - case name when 'first' then interval '1 hour' else '1 minute' end
       where end_next_try is not null`,
    );
    await setting.services.container.get(tokens.removal).tryDue(never);
    expect(await connections().list()).toMatchObject([{ name: 'first', reason: 'unusable' }]);
    expect(await setting.remains('second')).toMatchObject({ key: false, dead_at: expect.any(Date) });
    await connections().remove('first', forgetting);
  });
});
