import { jsonCodec, noCursor, type DeletionSteps } from '@privacy-connectors/core';
import type { PigeonClient } from './client.js';
import type { PigeonContext, PigeonSettings, Texts } from './context.js';

const addressed = { type: 'object', required: ['email'], properties: { email: { type: 'string' } } } as const;

/** Erasure of a member by e-mail, confirmed by looking for the member. */
export const deletion: DeletionSteps<PigeonClient, PigeonSettings, Texts, Texts, never> = {
  operation: jsonCodec<Texts>('erasure', addressed),
  ticket: jsonCodec<Texts>('ticket', addressed),
  planCursor: noCursor,
  plan: (_, { identifiers: [{ value: email } = { value: '' }] }, things) => {
    const operation = {
      key: 'erase',
      title: 'Erase the member with everything of theirs.',
      resource: 'members',
      count: things.length,
      alsoErases: ['letters', 'pages', 'scans'],
      irreversible: true,
      operation: { email },
    };
    return Promise.resolve({
      operations: things.length === 0 ? [] : [operation],
      warnings: [],
      obstacles: [],
      next: null,
    });
  },
  erase: async (context, operation) => {
    await context.client.call('eraseMember', { body: operation, signal: context.signal });
    return { outcome: 'pending', ticket: operation, checkAfter: inAMinute(context) };
  },
  verify: async (context, ticket) => {
    const { client, signal } = context;
    const { members, next } = await client.call('findMembers', {
      query: { email: ticket['email'] ?? '' },
      signal,
    });
    if (members.length === 0 && next === null) return { outcome: 'deleted' };
    return { outcome: 'pending', ticket, checkAfter: inAMinute(context) };
  },
  ticketOf: (operation) => operation,
};

function inAMinute({ now }: PigeonContext): number {
  return now().getTime() + 60_000;
}
