import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { DatabaseError } from '../../src/errors/runner-error.js';
import { letGo } from '../support/days-later.js';
import { TestServices } from '../support/services.js';

let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
});

afterAll(() => services.close());

const minute = 60;
const day = 1440 * minute;

const digestOf = (id: string) => createHash('sha256').update(id).digest();

/** Begins an authorisation whose time is over for so many seconds, and perhaps takes what came back for it. */
async function begun(secondsOver: number, { taken = false } = {}): Promise<string> {
  const id = randomUUID();
  const store = services.container.get(tokens.authorizationStore);
  const content = { verifier: 'a secret of the exchange' };
  await services.database.transaction(async (connection) => {
    const row = { id, stateDigest: digestOf(id), startedBy: 'cli', connectionName: 'crm', content };
    await store.insert(row, connection);
    if (taken) await store.take(digestOf(id), connection);
    const sql = 'update dsr.authorization set expires_at = now() - make_interval(secs => $2) where id = $1';
    await connection.query(sql, [id, secondsOver]);
  });
  return id;
}

/** Its status, and whether its secrets and their key are there. */
async function stateOf(id: string): Promise<object | undefined> {
  const { rows } = await services.database.query<object>(
    `select status, content is not null as secrets, wrapped is not null as key
     from dsr.authorization as own join dsr.data_key on scope = 'authorization' and scope_id = own.id::text where id = $1`,
    [id],
  );
  return rows[0];
}

describe('an authorisation in a browser', () => {
  it('loses its secrets when nobody came back in time, and goes a day later', async () => {
    const [waiting, over, old] = [await begun(-5 * minute), await begun(minute), await begun(day + minute)];
    await letGo(services, 0);
    expect(await stateOf(waiting)).toEqual({ status: 'pending', secrets: true, key: true });
    expect(await stateOf(over)).toEqual({ status: 'expired', secrets: false, key: false });
    expect(await stateOf(old)).toBeUndefined();
    await letGo(services, 1);
    expect(await stateOf(over)).toBeUndefined();
    expect(await stateOf(waiting)).toEqual({ status: 'pending', secrets: true, key: true });
  });

  it('has the time of the exchange in addition once somebody came back', async () => {
    const [under, over] = [
      await begun(4 * minute, { taken: true }),
      await begun(6 * minute, { taken: true }),
    ];
    await letGo(services, 0);
    expect(await stateOf(under)).toEqual({ status: 'exchanging', secrets: false, key: false });
    expect(await stateOf(over)).toEqual({ status: 'expired', secrets: false, key: false });
  });

  it('is ended whatever else cannot be done', async () => {
    const id = await begun(minute);
    await services.database.query('alter table dsr.event rename to event_away');
    try {
      await expect(letGo(services, 0)).rejects.toThrow(DatabaseError);
    } finally {
      await services.database.query('alter table dsr.event_away rename to event');
    }
    expect(await stateOf(id)).toMatchObject({ status: 'expired', secrets: false });
  });
});
