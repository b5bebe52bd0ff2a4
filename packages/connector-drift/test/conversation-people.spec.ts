import { describe, expect, it } from '@jest/globals';
import { conversations } from '../src/conversations/conversations.js';
import { contextFor, NOW } from './support/context.js';
import { withVendor, type Call, type Reply } from './support/vendor.js';

async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

describe('the people of a conversation', () => {
  const data = { id: 7, contactId: 1, participants: [9, 8, null] };
  const byId = (kind: string, value: string) => ({
    kind,
    names: [],
    identifiers: [{ kind: 'user_id', value }],
  });

  async function peopleOf(users: Reply, granted: 'unknown' | readonly string[] = ['user_read']) {
    return withVendor(
      ({ path }) => (path === '/users/list' ? users : { body: { data } }),
      async (vendor) => {
        const context = contextFor(vendor, granted);
        const page = await conversations.read(context, { conversationId: 7, contactId: 1 }, null);
        return { people: page.records[0]?.people, calls: vendor.calls.length };
      },
    );
  }

  it('are its contact and, with every name that Drift has, the users who take part', async () => {
    const users = [
      { id: 1, name: 'Nobody of it', email: 'nobody@vendor.example' },
      { id: 9, name: 'Mara Weiss', alias: 'Mara', email: 'mara@vendor.example', phone: '+3314', bot: false },
      { id: 8, name: 'Driftbot', email: null, phone: 5, bot: true },
    ];
    expect((await peopleOf({ body: { data: users } })).people).toEqual([
      byId('subject', '1'),
      {
        kind: 'agent',
        names: ['Mara Weiss', 'Mara'],
        identifiers: [
          { kind: 'email', value: 'mara@vendor.example' },
          { kind: 'phone', value: '+3314' },
          { kind: 'user_id', value: '9' },
        ],
      },
      { kind: 'bot', names: ['Driftbot'], identifiers: [{ kind: 'user_id', value: '8' }] },
    ]);
  });

  it.each([
    ['Drift has no list of users', { status: 404 }, ['user_read'], 2],
    ['the permission to see users was taken back', { status: 403 }, ['user_read'], 2],
    ['the permission is refused as a token would be', { status: 401 }, ['user_read'], 3],
    [
      'a user of the list is malformed',
      {
        body: {
          data: [
            { id: 9, name: 'Mara' },
            { id: 8, email: 5 },
          ],
        },
      },
      ['user_read'],
      2,
    ],
    ['the connection may not see users', { status: 500 }, ['conversation_read'], 1],
    ['it is not known what the connection may see', { status: 500 }, 'unknown', 1],
  ] as const)('are known by id alone when %s', async (_case, reply, granted, calls) => {
    const people = [byId('subject', '1'), byId('agent', '9'), byId('agent', '8')];
    expect(await peopleOf(reply, granted)).toEqual({ people, calls });
  });

  it('are not guessed when the list of users fails for now', async () => {
    expect(await outcomeOf(peopleOf({ status: 503 }))).toMatchObject({ code: 'transient' });
  });

  it('are not guessed with a token that is dead by the time the users are listed', async () => {
    let dead = false;
    const answer = ({ path }: Call): Reply => {
      dead ||= path === '/users/list';
      return dead ? { status: 401 } : { body: { data } };
    };
    const read = withVendor(answer, (vendor) =>
      conversations.read(contextFor(vendor, ['user_read']), { conversationId: 7, contactId: 1 }, null),
    );
    expect(await outcomeOf(read)).toMatchObject({ code: 'authentication' });
  });

  describe('of one conversation after the other', () => {
    const ref = { conversationId: 7, contactId: 1 };
    const mara = { body: { data: [{ id: 9, name: 'Mara Weiss' }] } };

    /** How often the users were listed for reads at these minutes, and the names that each read gave. */
    function reads(minutes: readonly number[], users: readonly Reply[]) {
      const replies = [...users];
      return withVendor(
        ({ path }) => (path === '/users/list' ? replies.shift() : { body: { data } }),
        async (vendor) => {
          const context = contextFor(vendor, ['user_read']);
          const names: string[] = [];
          for (const minute of minutes) {
            const now = () => new Date(NOW + minute * 60_000);
            const { records } = await conversations.read({ ...context, now }, ref, null);
            names.push((records[0]?.people ?? []).flatMap((person) => person.names).join());
          }
          return { names, lists: vendor.calls.filter(({ path }) => path === '/users/list').length };
        },
      );
    }

    it('are listed once in ten minutes', async () => {
      const lily = { body: { data: [{ id: 9, name: 'Lily Weiss' }] } };
      expect(await reads([0, 1, 9, 10, 11], [mara, lily])).toEqual({
        names: ['Mara Weiss', 'Mara Weiss', 'Mara Weiss', 'Lily Weiss', 'Lily Weiss'],
        lists: 2,
      });
    });

    it('are asked for again after they were not told', async () => {
      expect(await reads([0, 1, 2], [{ status: 403 }, mara])).toEqual({
        names: ['', 'Mara Weiss', 'Mara Weiss'],
        lists: 2,
      });
    });

    it('are listed anew for another connection', async () => {
      const both = [await reads([0], [mara]), await reads([0], [mara])];
      expect(both.map(({ lists }) => lists)).toEqual([1, 1]);
    });
  });
});
