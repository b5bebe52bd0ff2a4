import { describe, expect, it } from '@jest/globals';
import type { DataRecord } from '@privacy-connectors/core';
import { EMAIL, withConnection } from './support/connection.js';
import { rewriting } from './support/tampered.js';
import { access, locate, readAll } from './support/requests.js';

const ALONE = { subjects: [{ email: EMAIL, contacts: 1, conversations: 1, groupConversations: 0 }] };
const WITHOUT_TICKETS = ['read_users_companies', 'read_single_user', 'read_conversations', 'read_events'];

describe('an access request', () => {
  it('tells who said what, and marks what teammates alone could see', () =>
    withConnection(
      { subjects: [{ email: EMAIL, contacts: 1, conversations: 1, groupConversations: 0 }] },
      async ({ context }) => {
        const { records } = await access(context, EMAIL);
        const told = records
          .get('messages')!
          .map(({ author }) => `${author!.kind}${author!.internal ? ' internal' : ''}`);
        expect(told).toEqual(['subject', 'agent', 'agent internal', 'agent', 'subject', 'bot', 'subject']);
        const [source, first] = records.get('messages')!;
        expect(source).toMatchObject({ title: 'A question', text: expect.stringContaining('No. 0: it is') });
        expect(first!.text).toMatch(/^Looking into no\. 1/);
        expect(first!.people).toMatchObject([{ kind: 'agent', names: ['Mara Weiss'] }]);
      },
    ));

  it('gives what others said in a conversation as theirs, and names them, so that it can be kept out', () =>
    withConnection(
      { subjects: [{ email: EMAIL, contacts: 1, conversations: 0, sharedTickets: 1 }] },
      async ({ simulator, context }) => {
        const { records, skipped } = await access(context, EMAIL);
        const other = simulator.world.contacts[0]!;
        const [canary] = simulator.world.canariesOf(simulator.world.companionOf(EMAIL)!);
        const isForeign = ({ author }: DataRecord) => author?.kind === 'other_person';
        const all = [...records.values()].flat();
        const identifiers = [
          { kind: 'email', value: other.email },
          { kind: 'user_id', value: other.id },
        ];
        const theirs = { kind: 'other_person', names: [other.person.name], identifiers };
        expect(all.filter(isForeign).map(({ people }) => people)).toEqual([[theirs], [theirs], [theirs]]);
        expect(records.get('messages')!.filter(isForeign)[0]!.text).toContain(canary);
        const rest = all.filter((record) => !isForeign(record)).map((record) => withoutPeople(record));
        for (const text of [canary!, other.email!, other.id])
          expect(JSON.stringify(rest)).not.toContain(text);
        expect(records.get('messages')).toHaveLength(7);
        expect(skipped).toEqual([]);
      },
    ));

  it('does not take the person for those who share conversations and tickets with them', () =>
    withConnection(
      { subjects: [{ email: EMAIL, contacts: 1, sharedTickets: 1 }] },
      async ({ simulator, context }) => {
        const { records } = await access(context, simulator.world.companionOf(EMAIL)!);
        const [canary] = simulator.world.canariesOf(EMAIL);
        const naming = [...records.values()]
          .flat()
          .filter((record) => JSON.stringify(withoutPeople(record)).includes(canary!));
        expect(new Set(naming.map(({ author }) => author?.kind))).toEqual(new Set(['other_person']));
        expect(records.get('conversations')).toHaveLength(2);
        expect(records.get('tickets')).toHaveLength(2);
      },
    ));

  it.each([
    ['by the person', 'own', true],
    ['by nobody that is named', null, true],
    ['by another person', 'another', false],
  ])('hands over a rating %s: %s, %s', (_case, rater, isHandedOver) =>
    withConnection(
      { subjects: [{ email: EMAIL, contacts: 1, groupConversations: 0 }] },
      async ({ simulator, context }) => {
        const id = String(simulator.world.expectedRecords(EMAIL).contacts[0]!['id']);
        const rated = rewriting(context, 'POST', (text) =>
          text.replaceAll(
            `"contact":{"type":"contact","id":"${id}"}`,
            JSON.stringify({ contact: { id: rater === 'own' ? id : rater } }).slice(1, -1),
          ),
        );
        const { records } = await access(rated, EMAIL);
        const ratings = records
          .get('conversations')!
          .map(({ data }) => 'conversation_rating' in (data as object));
        expect(ratings).toEqual([isHandedOver, isHandedOver, isHandedOver]);
      },
    ),
  );

  it.each([
    [500, []],
    [501, ['Intercom shows the newest parts only; 1 older ones are missing.']],
    [730, ['Intercom shows the newest parts only; 230 older ones are missing.']],
  ])('of a conversation with %d parts tells what is missing', (partsPerConversation, skipped) => {
    const subject = {
      email: EMAIL,
      contacts: 1,
      conversations: 1,
      groupConversations: 0,
      partsPerConversation,
    };
    return withConnection({ subjects: [subject] }, async ({ context }) => {
      const found = await access(context, EMAIL);
      expect(found.skipped).toEqual(skipped);
      expect(found.records.get('messages')).toHaveLength(501);
    });
  });

  it("leaves teammates' notes out when the settings say so, and tells it", () =>
    withConnection({ settings: { includeNotes: false } }, async ({ simulator, context }) => {
      const { records, skipped } = await access(context, EMAIL);
      expect(records.has('notes')).toBe(false);
      expect(records.get('contacts')).toHaveLength(2);
      expect(new Set(skipped)).toEqual(
        new Set(["Teammates' notes are left out by the setting includeNotes."]),
      );
      expect(simulator.calls.count('listNotes')).toBe(0);
    }));

  it.each([
    ['conversations', 'messages'],
    ['tickets', 'ticketMessages'],
  ])(
    'exports none of the %s that are listed for a contact and do not name it, and tells it',
    (resource, messages) =>
      withConnection({}, async ({ simulator, context }) => {
        const [contact] = simulator.world.expectedRecords(EMAIL).contacts;
        const contactId = String(contact!['id']);
        const named = await readAll(context, [{ resource, ref: { contactId, email: EMAIL } }]);
        const others = (text: string) =>
          text.replaceAll(`{"type":"contact","id":"${contactId}"`, '{"type":"contact","id":"another"');
        const odd = rewriting(rewriting(context, 'POST', others), 'GET', others);
        const { records, skipped } = await readAll(odd, [{ resource, ref: { contactId, email: EMAIL } }]);
        expect([...(records.get(resource) ?? []), ...(records.get(messages) ?? [])]).toEqual([]);
        expect(named.records.get(resource)!.length).toBeGreaterThan(0);
        expect(skipped).toEqual(
          named.records.get(resource)!.map(() => 'The contact does not take part in it, or no longer.'),
        );
      }),
  );

  it.each([
    ['the one contact', false],
    ['the other', true],
  ])('loses no word of a person who speaks with two contacts, read for %s last', (_case, isReversed) =>
    withConnection(ALONE, async ({ simulator, context }) => {
      const { world } = simulator;
      const second = world.addContact('grace.at.work@example.com');
      const [talk] = world.expectedRecords(EMAIL).conversations;
      talk!.contactIds = [...talk!.contactIds, second.id];
      const author = { type: 'contact', id: second.id } as const;
      const said = { id: '990001', type: 'comment', author, createdAt: 0, redacted: false };
      talk!.parts.push({ ...said, body: '<p>From my other address.</p>' });
      const emails = [EMAIL, 'grace.at.work@example.com'];
      const found = await Promise.all(emails.map((value) => locate(context, { kind: 'email', value })));
      const things = found.flatMap((each) => each.things);
      const { records } = await readAll(context, isReversed ? things.reverse() : things);
      // As the runner keeps them: of one id the last.
      const kept = new Map(records.get('messages')!.map((record) => [record.id, record]));
      const own = [...kept.values()].filter(({ author }) => author!.kind === 'subject');
      const texts = own.map(({ text }) => text);
      expect(texts.filter((text) => text === 'From my other address.')).toHaveLength(1);
      expect(texts.filter((text) => text!.startsWith('No. 0: it is'))).toHaveLength(1);
    }),
  );

  it('tells once that a workspace has no tickets, and goes on', () =>
    withConnection({ ...ALONE, hasTickets: false }, async ({ context }) => {
      const { records, skipped } = await access(context, EMAIL);
      expect(skipped).toEqual(['The Intercom plan of the workspace has no tickets.']);
      expect([records.get('tickets'), records.get('conversations')!.length]).toEqual([[], 1]);
    }));

  it('does not take a missing permission for a workspace without tickets', () =>
    withConnection({ ...ALONE, scopes: WITHOUT_TICKETS }, async ({ context }) => {
      await expect(access(context, EMAIL)).rejects.toMatchObject({ scopes: ['read_tickets'] });
    }));

  it.each(['EU', 'AU'] as const)(
    'reads all events where links name the host of another region: %s',
    (region) =>
      withConnection(
        { subjects: [{ email: EMAIL, contacts: 1, events: 120 }], pageSize: 50, region },
        async ({ simulator, context }) => {
          const { records } = await access(context, EMAIL);
          expect(records.get('events')).toHaveLength(120);
          expect(simulator.calls.count('listEvents')).toBe(3);
        },
      ),
  );

  it.each([
    'https://api.intercom.io/contacts?before=1',
    'https://[broken?before=1',
    '//api.intercom.io?before=1',
  ])('stops at a link to more events that leads elsewhere: %s', (link) =>
    withConnection({ subjects: [{ email: EMAIL, contacts: 1 }], pageSize: 1 }, async ({ context }) => {
      const odd = rewriting(context, 'GET', (text) => text.replace(/"next":"[^"]*"/, `"next":"${link}"`));
      await expect(access(odd, EMAIL)).rejects.toMatchObject({ code: 'vendor_contract' });
    }),
  );

  it('tells events apart that are alike but for their content, and gives them the same id each time', () =>
    withConnection({ subjects: [{ email: EMAIL, contacts: 1, events: 120 }] }, async ({ context }) => {
      const ids = (records: readonly DataRecord[]) => records.map(({ id }) => id);
      const first = ids((await access(context, EMAIL)).records.get('events')!);
      expect(new Set(first).size).toBe(120);
      expect(ids((await access(context, EMAIL)).records.get('events')!)).toEqual(first);
    }));
});

/** What can be handed over: people are named to be kept out of it. */
function withoutPeople(record: DataRecord): object {
  return { ...record, people: undefined };
}
