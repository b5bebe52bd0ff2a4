import { describe, expect, it } from '@jest/globals';
import { EMAIL, withConnection, type Connection } from './support/connection.js';
import { tampered } from './support/tampered.js';
import { access, carryOut, locate, plan, planFor, readAll } from './support/requests.js';

const ONE = { subjects: [{ email: EMAIL, contacts: 1 }] };
const byEmail = { kind: 'email', value: EMAIL } as const;

/** The contact that was located, and a row of others it was merged along; the last has that e-mail. */
async function merged({ simulator, context }: Connection, hops: number, email: string | null) {
  const { things } = await locate(context, byEmail);
  const [first] = simulator.world.expectedRecords(EMAIL).contacts;
  const chain = [String(first!['id'])];
  for (let hop = 0; hop < hops; hop += 1) {
    const into = simulator.world.addContact(hop === hops - 1 ? email : null, 'user');
    simulator.world.merge(chain.at(-1)!, into.id);
    chain.push(into.id);
  }
  return { things, last: chain.at(-1)! };
}

describe('a contact that was merged after it was located', () => {
  it.each([1, 2, 3])('is read through %d merges, with what hangs on it by now', (hops) =>
    withConnection(ONE, async (connection) => {
      const before = await access(connection.context, EMAIL);
      const { things, last } = await merged(connection, hops, EMAIL);
      const { records, skipped } = await readAll(connection.context, things);
      expect(records.get('contacts')!.map(({ id }) => id)).toEqual([last]);
      const conversationsOf = (found: typeof records) => found.get('conversations')!.map(({ id }) => id);
      expect(conversationsOf(records)).toEqual(conversationsOf(before.records));
      expect(conversationsOf(records)).toHaveLength(4);
      expect(skipped).toEqual([]);
    }),
  );

  it.each([
    ['after more than three merges', 4, EMAIL, 'does not tell plainly'],
    ['into a person with another e-mail', 1, 'somebody.else@example.com', 'another e-mail'],
    ['into a person without an e-mail', 1, null, 'another e-mail'],
  ])('is not exported %s', (_case, hops, email, why) =>
    withConnection(ONE, async (connection) => {
      const { things } = await merged(connection, hops, email);
      const { records, skipped } = await readAll(connection.context, things);
      expect([...records.values()].flat()).toEqual([]);
      expect(skipped).toEqual([expect.stringContaining(why)]);
    }),
  );

  it.each([
    'https://elsewhere.example/contacts/6762f0df1bb69f9f2193bb84',
    '/contacts/../me',
    '/contacts/6762f0df1bb69f9f2193bb84/notes',
    '/contacts/nobody',
  ])('is not sought where a link leads to %s', (target) =>
    withConnection(ONE, async (connection) => {
      const { simulator, context } = connection;
      const { things } = await merged(connection, 1, EMAIL);
      const called = simulator.calls.total;
      const { skipped } = await readAll(linking(context, target), things);
      expect(skipped).toEqual([expect.stringContaining('does not tell plainly')]);
      expect(simulator.calls.total).toBe(called + 1);
    }),
  );

  it.each([
    ['the same person', EMAIL, { outcome: 'blocked' }],
    ['another person', 'somebody.else@example.com', { outcome: 'refused' }],
  ])('is neither deleted nor anything of it, merged into %s', (_case, email, outcome) =>
    withConnection(ONE, async (connection) => {
      const { things } = await merged(connection, 1, email);
      const { operations, obstacles } = await plan(connection.context, things);
      expect(operations).toEqual([]);
      expect(obstacles).toMatchObject([{ resource: 'contacts', count: 1, outcome }]);
    }),
  );

  it('is not said to be deleted when it was merged after the plan', () =>
    withConnection(ONE, async (connection) => {
      const { operations } = await planFor(connection.context, EMAIL);
      await merged(connection, 1, EMAIL);
      const contact = operations.find(({ resource }) => resource === 'contacts')!;
      expect(await carryOut(connection.context, contact.operation)).toMatchObject({ outcome: 'blocked' });
    }));
});

/** A vendor that names that target in every link. */
function linking(context: Connection['context'], target: string): Connection['context'] {
  return tampered(context, 'GET', (result) => {
    const headers = { link: `<${target}>; rel="canonical"` };
    return { ...result, response: new Response(null, { status: result.response.status, headers }) };
  });
}
