import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { TestServices } from '../support/services.js';
import { carryOut, connect, letGo } from './places.js';

const other = 'ada.lovelace@example.com';
let server: TestDatabase;
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  server = await startTestDatabase();
  services = await TestServices.open(server.url);
  const subjects = ['grace.hopper@example.com', other].map((email) => ({ email }));
  vendor = await startDriftSimulator({ subjects, conversations: 2, strangers: 2 });
  await connect(services, 'main', vendor);
});

afterAll(async () => {
  await services.container.get(tokens.engine).close();
  await services.close();
  await vendor.close();
  await server.stop();
});

describe('a telephone that two people share', () => {
  const phones = ['+442071838750'];

  it('does not make the package of one go with the deletion of the other', async () => {
    const named = { phones, connections: ['main'] };
    const both = await carryOut(services, named);
    const deletion = await carryOut(services, { ...named, type: 'deletion', emails: [other] });
    await letGo(services, 0);
    expect((await services.requests().show(both.id)).retention.expiredAt).toBeNull();
    expect((await services.requests().show(deletion.id)).retention.purged).toMatchObject({ partly: 1 });
  });
});

describe('an identifier that was damaged', () => {
  it('keeps neither its own request nor others', async () => {
    const connections = ['main'];
    const [damaged] = [await carryOut(services, { connections }), await carryOut(services, { connections })];
    await services.database.query(
      'update dsr.identifier set content = set_byte(content, 20, get_byte(content, 20) # 1) where request_id = $1',
      [damaged.id],
    );
    await services.database.query(`update dsr.request set digested = null where id = $1`, [damaged.id]);
    await carryOut(services, { type: 'deletion', emails: [other], connections });
    await letGo(services, 31);
    const { rows } = await services.database.query('select from dsr.request where expired_at is null');
    expect(rows).toEqual([]);
  });
});
