import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Suspect } from '../../src/application/receipts.js';
import { carryOut } from '../support/carry-out.js';
import { TestServices } from '../support/services.js';

const named = {
  emails: ['grace.hopper@example.com'],
  phones: ['+12025550143'],
  ids: [{ namespace: 'shop', value: 'Cust-4711' }],
  connections: ['main'],
};
let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
  await services.startVendor('main', {
    subjects: [{ email: named.emails[0]!, contacts: 1 }],
    conversations: 1,
  });
  await services.database.query(`update dsr.connection set namespaces = '{"externalId":"shop"}'`);
});

afterAll(() => services.close());

async function digestsOf(id: string): Promise<readonly string[]> {
  return (await services.receipts().show(id)).receipt.subject.map(({ digest }) => digest);
}

describe('the subject of a receipt', () => {
  it('is proved by whoever has the key of the installation, in any spelling', async () => {
    const { id } = await carryOut(services, named);
    const digests = await digestsOf(id);
    const proved = async (suspect: Suspect) =>
      (await services.receipts().prove(id, digests, suspect)).matches;
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
