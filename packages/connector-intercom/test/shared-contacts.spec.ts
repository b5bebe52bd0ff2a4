import { describe, expect, it } from '@jest/globals';
import type { PlannedOperation } from '@privacy-connectors/core';
import type { DeletionOperation } from '../src/deletion/operation.js';
import { EMAIL, withConnection, type Connection } from './support/connection.js';
import { locate, plan } from './support/requests.js';

const TWO = { email: EMAIL, contacts: 2, conversations: 1, groupConversations: 0, tickets: 0 };

/** Two located contacts of the person in one conversation, in which either says something. */
async function twoInOne({ simulator, context }: Connection, becomes: number) {
  const { world } = simulator;
  const { things } = await locate(context, { kind: 'email', value: EMAIL });
  const ids = world.expectedRecords(EMAIL).contacts.map(({ id }) => String(id));
  const [talk] = world.expectedRecords(EMAIL).conversations;
  talk!.contactIds = ids;
  talk!.parts.splice(0);
  for (const [index, id] of ids.entries()) {
    const author = { type: 'contact', id } as const;
    const body = `<p>${index} says this.</p>`;
    talk!.parts.push({ id: `99000${index}`, type: 'comment', author, createdAt: 0, body, redacted: false });
  }
  return { things, talk: talk!, other: ids[becomes]!, own: ids[1 - becomes]! };
}

function operationsOf(operations: readonly PlannedOperation[]): readonly DeletionOperation[] {
  return operations.map(({ operation }) => operation as DeletionOperation);
}

describe('a conversation that two located contacts share', () => {
  it.each([0, 1])('is not deleted, and no word of a contact that became a stranger’s: no. %d', (becomes) =>
    withConnection({ subjects: [TWO] }, async (connection) => {
      const { things, talk, other, own } = await twoInOne(connection, becomes);
      Object.assign(connection.simulator.world.anyContact(other), { email: 'stranger@x.example' });
      const { operations, obstacles, warnings } = await plan(connection.context, things);
      expect(obstacles).toMatchObject([{ resource: 'contacts', count: 1, outcome: { outcome: 'refused' } }]);
      expect(warnings).toMatchObject([{ code: 'conversation_with_others' }]);
      const said = [talk.source, ...talk.parts].filter(({ author }) => author.id === own).map(({ id }) => id);
      const planned = operationsOf(operations);
      expect(planned.filter(({ kind }) => kind !== 'contact').map(({ id }) => id)).toEqual(said);
      expect(planned.filter(({ kind }) => kind === 'contact').map(({ id }) => id)).toEqual([own]);
      expect(planned.map(({ kind }) => kind)).not.toContain('conversation');
    }),
  );

  it.each([
    ['is gone', 0],
    ['is gone', 1],
    ['was merged', 0],
    ['was merged', 1],
  ])('is planned with the other one when a contact %s: no. %d', (what, becomes) =>
    withConnection({ subjects: [TWO] }, async (connection) => {
      const { simulator, context } = connection;
      const { things, talk, other, own } = await twoInOne(connection, becomes);
      if (what === 'is gone') simulator.world.delete(simulator.world.anyContact(other));
      else simulator.world.merge(other, simulator.world.addContact(EMAIL).id);
      const planned = operationsOf((await plan(context, things)).operations);
      expect(planned.some(({ id, conversationId }) => [id, conversationId].includes(talk.id))).toBe(true);
      expect(planned.filter(({ kind }) => kind === 'contact').map(({ id }) => id)).toEqual([own]);
    }),
  );

  it('holds both contacts back when something of it must be done by hand, and counts that once', () =>
    withConnection(
      { subjects: [{ ...TWO, conversations: 0, tickets: 1, sharedTickets: 1 }] },
      async ({ simulator, context }) => {
        const { things } = await locate(context, { kind: 'email', value: EMAIL });
        const { contacts, tickets } = simulator.world.expectedRecords(EMAIL);
        const shared = tickets.find(({ contactIds }) => contactIds.length > 1)!;
        shared.contactIds = [...new Set([...shared.contactIds, ...contacts.map(({ id }) => String(id))])];
        const { operations, obstacles } = await plan(context, things);
        expect(operations.map(({ resource }) => resource)).toEqual(['tickets']);
        expect(obstacles.map(({ resource, count }) => [resource, count])).toEqual([
          ['tickets', 1],
          ['contacts', 1],
          ['contacts', 1],
        ]);
      },
    ));
});
