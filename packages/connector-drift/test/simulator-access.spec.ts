import { describe, expect, it } from '@jest/globals';
import type { DriftContext } from '../src/client/context.js';
import { check } from '../src/connection/check.js';
import { conversations } from '../src/conversations/conversations.js';
import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '../src/simulator/index.js';
import { contextFor } from './support/context.js';
import { access, type Walk } from './support/walk.js';

const EMAIL = 'Grace.Hopper@example.com';
const world: DriftSimulatorOptions = {
  subjects: [
    {
      email: EMAIL,
      contacts: 2,
      conversations: 7,
      messagesPerConversation: 120,
      attachmentsPerConversation: 2,
    },
  ],
  conversations: 260,
};

async function withSimulator<Result>(
  options: DriftSimulatorOptions,
  use: (simulator: DriftSimulator, context: DriftContext) => Promise<Result>,
): Promise<Result> {
  const simulator = await startDriftSimulator({ ...world, ...options });
  try {
    return await use(simulator, contextFor({ baseUrl: simulator.baseUrl, token: simulator.staticToken }));
  } finally {
    await simulator.close();
  }
}

const ids = (items: readonly { readonly id: number | string }[] = []) =>
  items.map(({ id }) => String(id)).sort();

function expectComplete(walk: Walk, { world: truth }: DriftSimulator): void {
  const expected = truth.expectedRecords(EMAIL);
  expect(walk.things).toHaveLength(2);
  for (const resource of ['contacts', 'conversations', 'messages', 'attachments'] as const) {
    expect(ids(walk.records.get(resource))).toEqual(ids(expected[resource]));
  }
  for (const { id, bytes } of expected.attachments)
    expect(walk.files.get(String(id))?.equals(bytes)).toBe(true);
}

describe('an access request against the simulator', () => {
  it.each<[string, DriftSimulatorOptions]>([
    ['both paging styles', {}],
    ['offset paging only', { paging: 'offset' }],
    ['offset paging that clamps limits', { paging: 'offset', overLimit: 'clamp' }],
    ['keyset paging only', { paging: 'keyset', pageTokenRequired: true }],
    ['one contact per answer, as an object', { contactAnswer: 'object' }],
    ['one contact per page', { contactsPageSize: 1 }],
    ['e-mails in any letter case', { emailMatch: 'insensitive' }],
    ['attachments without ids', { attachmentField: 'attachment' }],
  ])('is complete with %s', async (_case, options) => {
    await withSimulator(options, async (simulator, context) => {
      const walk = await access(context, EMAIL);
      expectComplete(walk, simulator);
      expect(walk.skipped).toEqual([]);
      expect(simulator.calls.of('unknown')).toEqual([]);
    });
  });

  it('holds nothing of a stranger', async () => {
    await withSimulator({}, async (simulator, context) => {
      const { records } = await access(context, EMAIL);
      const all = JSON.stringify([...records.values()]);
      expect(simulator.world.strangerCanaries(EMAIL).filter((canary) => all.includes(canary))).toEqual([]);
    });
  });

  it('marks who wrote what, and what was internal', async () => {
    await withSimulator({}, async (simulator, context) => {
      const { records } = await access(context, EMAIL);
      const truth = new Map(
        simulator.world.expectedRecords(EMAIL).messages.map((message) => [String(message.id), message]),
      );
      for (const { id, author } of records.get('messages') ?? []) {
        const { author: wrote, type } = truth.get(id)!;
        const staff = wrote.bot ? 'bot' : 'agent';
        expect(author).toEqual({
          kind: wrote.type === 'contact' ? 'subject' : staff,
          internal: type === 'private_note',
        });
      }
    });
  });

  it('finds a conversation that moves to the top while the list is read', async () => {
    await withSimulator({}, async (simulator, context) => {
      const oldestFirst = [...simulator.world.expectedRecords(EMAIL).conversations].sort(
        (a, b) => a.updatedAt - b.updatedAt,
      );
      const moving = oldestFirst[0]!;
      const firstPage = await conversations.scan(context, null);
      expect(firstPage.things.map(({ ref }) => ref.conversationId)).not.toContain(moving.id);
      simulator.hooks.afterAnswer({ operationId: 'listConversations', nth: 2 }, () => {
        simulator.world.addConversationActivity(moving.id);
      });
      expectComplete(await access(context, EMAIL), simulator);
      const moved = simulator.world.expectedRecords(EMAIL).conversations.find(({ id }) => id === moving.id);
      expect(moved?.updatedAt).toBeGreaterThan(moving.updatedAt);
    });
  });

  it('learns scopes and account from the token, whatever unit its life has', async () => {
    for (const tokenInformation of ['milliseconds', 'seconds'] as const) {
      await withSimulator(
        { tokenInformation, scopes: ['contact_read', 'gdpr_write'] },
        async ({ staticToken }, context) => {
          const connection = await check(context, { accessToken: staticToken });
          expect(connection.grantedScopes).toEqual(['contact_read', 'gdpr_write']);
          expect(connection.account).toMatch(/^\d+$/);
        },
      );
    }
  });

  it('tests the connection where tokens cannot be looked up', async () => {
    await withSimulator({ tokenInformation: 'missing' }, async ({ staticToken }, context) => {
      expect(await check(context, { accessToken: staticToken })).toEqual({ grantedScopes: 'unknown' });
    });
  });
});
