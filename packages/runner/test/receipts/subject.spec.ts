import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import type { Suspect } from '../../src/application/receipts.js';
import { tokens } from '../../src/composition/tokens.js';
import { carryOut, connect } from '../retention/places.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { TestServices } from '../support/services.js';

const named = {
  emails: ['grace.hopper@example.com'],
  phones: ['+12025550143'],
  ids: [{ namespace: 'shop', value: 'Cust-4711' }],
  connections: ['main'],
};
let server: TestDatabase;
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  server = await startTestDatabase();
  services = await TestServices.open(server.url);
  vendor = await startDriftSimulator({
    subjects: [{ email: named.emails[0]!, contacts: 1 }],
    conversations: 1,
  });
  await connect(services, 'main', vendor);
  await services.database.query(`update dsr.connection set namespaces = '{"externalId":"shop"}'`);
});

afterAll(async () => {
  await services.container.get(tokens.engine).close();
  await services.close();
  await vendor.close();
  await server.stop();
});

const receipts = () => services.container.get(tokens.receipts)(host);

async function digestsOf(id: string): Promise<readonly string[]> {
  return (await receipts().show(id)).receipt.subject.map(({ digest }) => digest);
}

describe('the subject of a receipt', () => {
  it('is proved by whoever has the key of the installation, in any spelling', async () => {
    const { id } = await carryOut(services, named);
    const digests = await digestsOf(id);
    const proved = async (suspect: Suspect) => (await receipts().prove(id, digests, suspect)).matches;
    const email = (value: string): Suspect => ({ kind: 'email', namespace: null, value });
    const phone = (value: string): Suspect => ({ kind: 'phone', namespace: null, value });
    const shopper = (namespace: string, value: string): Suspect => ({
      kind: 'external_id',
      namespace,
      value,
    });
    expect([
      await proved(email(' Grace.Hopper@EXAMPLE.com')),
      await proved(phone('+1 (202) 555-0143')),
      await proved(shopper('shop', 'Cust-4711')),
    ]).toEqual([true, true, true]);
    expect([
      await proved(email('ada@example.com')),
      await proved(phone('+1 202 555 0144')),
      await proved(phone('12025550143')),
      await proved(shopper('shop', 'cust-4711')),
      await proved(shopper('till', 'Cust-4711')),
      await proved(email('+12025550143')),
    ]).toEqual([false, false, false, false, false, false]);
  });

  it('has other digests in the receipts of other requests', async () => {
    const [one, other] = [await carryOut(services, named), await carryOut(services, named)];
    const [digests, others] = [await digestsOf(one.id), await digestsOf(other.id)];
    expect(others.length).toBeGreaterThanOrEqual(3);
    for (const digest of others) expect(digests).not.toContain(digest);
  });
});
