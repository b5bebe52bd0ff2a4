import { describe, expect, it } from '@jest/globals';
import { EMAIL, withConnection } from './support/connection.js';
import { rewriting } from './support/tampered.js';
import { carryOut, locate, plan, planFor } from './support/requests.js';

const SOLO = { email: EMAIL, contacts: 1, conversations: 1, groupConversations: 0, tickets: 1 };
const GROUP = { email: EMAIL, contacts: 1, conversations: 0, groupConversations: 1, tickets: 0 };

/** What stays, since it is the only way to something that a person must see to. */
const HELD_CONTACT = { resource: 'contacts', count: 1, outcome: { outcome: 'blocked' } };
const LACKING = { code: 'missing_scope', scopes: ['delete_conversations_and_metrics'] };

describe('a deletion', () => {
  it('plans each thing once, contacts last, in stages', () =>
    withConnection(
      { pageSize: 1, subjects: [{ ...SOLO, contacts: 2, conversations: 3 }] },
      async ({ context }) => {
        const { operations, obstacles, warnings } = await planFor(context, EMAIL);
        const count = (resource: string, stage: number) =>
          operations.filter((each) => each.resource === resource && each.stage === stage).length;
        expect([count('conversations', 0), count('tickets', 0), count('contacts', 1)]).toEqual([3, 1, 2]);
        expect(operations).toHaveLength(6);
        expect(new Set(operations.map(({ key }) => key)).size).toBe(6);
        expect([obstacles, warnings]).toEqual([[], []]);
      },
    ));

  it('takes a conversation between two contacts of the person for the person’s alone', () =>
    withConnection({ subjects: [{ ...SOLO, contacts: 2 }] }, async ({ simulator, context }) => {
      const ids = simulator.world.expectedRecords(EMAIL).contacts.map(({ id }) => String(id));
      for (const thing of simulator.world.expectedRecords(EMAIL).conversations) thing.contactIds = ids;
      const { operations, warnings } = await planFor(context, EMAIL);
      const keys = operations.filter(({ resource }) => resource === 'conversations').map(({ key }) => key);
      // Planned with either contact: the runner takes what has the same key once.
      expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
      expect(warnings).toEqual([]);
    }));

  it('redacts what the person said in a conversation with others, and nothing else', () =>
    withConnection({ subjects: [GROUP] }, async ({ simulator, context }) => {
      const { operations, warnings } = await planFor(context, EMAIL);
      expect(warnings).toMatchObject([{ code: 'conversation_with_others' }]);
      const [group] = simulator.world.expectedRecords(EMAIL).conversations;
      const [contact] = simulator.world.expectedRecords(EMAIL).contacts;
      const theirs = [group!.source, ...group!.parts].filter(({ author }) => author.id === contact!['id']);
      const said = theirs.filter(({ body }) => body !== null).map(({ id }) => id);
      expect(theirs.length).toBeGreaterThan(said.length);
      const redactions = operations.filter(({ resource }) => resource === 'messages');
      expect(redactions.map(({ operation }) => (operation as { id: string }).id)).toEqual(said);
      for (const { operation } of redactions)
        expect(await carryOut(context, operation)).toEqual({ outcome: 'redacted' });
      const redacted = [group!.source, ...group!.parts].filter((part) => part.redacted).map(({ id }) => id);
      expect(redacted).toEqual(said);
    }));

  it('is not redacted for having been asked for', () =>
    withConnection({ subjects: [GROUP] }, async ({ simulator, context }) => {
      const { operations } = await planFor(context, EMAIL);
      const { operation } = operations.find(({ resource }) => resource === 'messages')!;
      simulator.faults.once('redactConversation', { kind: 'status', status: 400 });
      await expect(carryOut(context, operation)).rejects.toMatchObject({ code: 'vendor_rejected' });
      const done = await carryOut(context, operation);
      expect([done, await carryOut(context, operation)]).toEqual([
        { outcome: 'redacted' },
        { outcome: 'redacted' },
      ]);
    }));

  it('says which messages of a group are too old to be redacted', () =>
    withConnection({ subjects: [{ ...GROUP, partsPerConversation: 510 }] }, async ({ context }) => {
      const { obstacles, operations } = await planFor(context, EMAIL);
      expect(obstacles).toMatchObject([
        { resource: 'messages', count: 10, outcome: { outcome: 'blocked' } },
        HELD_CONTACT,
      ]);
      expect(operations.filter(({ resource }) => resource === 'contacts')).toEqual([]);
    }));

  it('says that files without a word of the person’s stay, and leaves the contact until then', () =>
    withConnection({ subjects: [GROUP] }, async ({ simulator, context }) => {
      const [group] = simulator.world.expectedRecords(EMAIL).conversations;
      const [contact] = simulator.world.expectedRecords(EMAIL).contacts;
      const author = { type: 'contact', id: String(contact!['id']) } as const;
      const file = { id: '990001', type: 'comment', author, createdAt: 0, body: null, redacted: false };
      group!.parts.push({ ...file, hasFile: true });
      const { obstacles, operations } = await planFor(context, EMAIL);
      expect(obstacles).toMatchObject([
        { resource: 'messages', count: 1, outcome: { outcome: 'blocked' } },
        HELD_CONTACT,
      ]);
      expect(operations.map(({ resource }) => resource)).not.toContain('contacts');
    }));

  it('works where a workspace has no tickets', () =>
    withConnection({ subjects: [SOLO], hasTickets: false }, async ({ context }) => {
      const { operations, obstacles } = await planFor(context, EMAIL);
      expect(operations.map(({ resource }) => resource)).toEqual(['conversations', 'contacts']);
      expect(obstacles).toEqual([]);
    }));

  it('leaves tickets with others alone, and says what to do', () =>
    withConnection({ subjects: [{ ...SOLO, sharedTickets: 2 }] }, async ({ simulator, context }) => {
      const { operations, obstacles } = await planFor(context, EMAIL);
      expect(operations.map(({ resource }) => resource)).toEqual(['conversations', 'tickets']);
      expect(obstacles).toMatchObject([
        { resource: 'tickets', count: 2, outcome: { outcome: 'blocked' } },
        HELD_CONTACT,
      ]);
      expect(simulator.calls.count('deleteTicket')).toBe(0);
    }));

  it('touches nothing that is listed for a contact without naming it, and says so', () =>
    withConnection({ subjects: [SOLO] }, async ({ context }) => {
      const unnamed = (text: string) =>
        text.replaceAll('"contacts":[{"type":"contact","id":"', '"contacts":[{"type":"contact","id":"x');
      const { operations, obstacles } = await planFor(rewriting(context, 'POST', unnamed), EMAIL);
      expect(operations).toEqual([]);
      expect(obstacles).toMatchObject([
        { resource: 'conversations', count: 1, outcome: { outcome: 'blocked' } },
        { resource: 'tickets', count: 1, outcome: { outcome: 'blocked' } },
        HELD_CONTACT,
      ]);
    }));

  it('is confirmed by reading the thing, while the search still finds it', () =>
    withConnection({ subjects: [SOLO], searchLagMilliseconds: 300_000 }, async ({ context, pass }) => {
      pass(300_000);
      const { operations } = await planFor(context, EMAIL);
      for (const { operation } of operations)
        expect(await carryOut(context, operation)).toEqual({ outcome: 'deleted' });
      const { things } = await locate(context, { kind: 'email', value: EMAIL });
      expect(things).toHaveLength(1);
      expect(await plan(context, things)).toEqual({ operations: [], warnings: [], obstacles: [] });
    }));

  it('is looked at again, later, as long as the thing can be read', () =>
    withConnection({ subjects: [SOLO], deletionLagMilliseconds: 90_000 }, async ({ context, pass }) => {
      const { operations } = await planFor(context, EMAIL);
      for (const { operation } of operations) {
        const outcome = await carryOut(context, operation);
        const checkAfter = context.now().getTime() + 60_000;
        expect(outcome).toEqual({ outcome: 'pending', ticket: operation, checkAfter });
      }
      pass(90_000);
      for (const { operation } of operations)
        expect(await carryOut(context, operation)).toEqual({ outcome: 'deleted' });
    }));

  it('does not take an archived contact for a deleted one', () =>
    withConnection({ subjects: [SOLO] }, async ({ simulator, context }) => {
      const { operations } = await planFor(context, EMAIL);
      const { operation } = operations.find(({ resource }) => resource === 'contacts')!;
      simulator.world.archive((operation as { id: string }).id);
      simulator.faults.once('deleteContact', { kind: 'status', status: 404 });
      await expect(carryOut(context, operation)).rejects.toMatchObject({ code: 'vendor_not_found' });
    }));

  it.each([
    [true, 'works'],
    [false, 'is refused without the permission'],
  ])('with retainMetrics %s %s', (retainMetrics) => {
    const scopes = [
      'read_users_companies',
      'read_single_user',
      'read_conversations',
      'read_tickets',
      'write_conversations',
    ];
    return withConnection({ subjects: [SOLO], scopes, settings: { retainMetrics } }, async ({ context }) => {
      const { operations } = await planFor(context, EMAIL);
      const { operation } = operations.find(({ resource }) => resource === 'conversations')!;
      const end = await carryOut(context, operation).catch((error: unknown) => error);
      expect(end).toMatchObject(retainMetrics ? { outcome: 'deleted' } : LACKING);
    });
  });

  it('refuses a place in a plan that there is not', () =>
    withConnection({ subjects: [SOLO] }, async ({ context }) => {
      const { deletion } = (await import('../src/index.js')).connector.implementation;
      const place = { contact: 7, proven: [], isHeld: false, trail: null, groups: [] };
      for (const phase of ['contacts', 'conversations', 'tickets']) {
        const cursor = { ...place, phase };
        const work = deletion!.plan(context, { identifiers: [] }, [], { includeVendorUsers: false }, cursor);
        await expect(work).rejects.toMatchObject({ code: 'stored_value' });
      }
    }));
});
