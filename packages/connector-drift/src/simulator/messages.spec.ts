import { afterEach, describe, expect, it } from '@jest/globals';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';
import type { Message } from './world/message.js';

type Sent = Message & { readonly attachment?: readonly object[] };

interface MessagesAnswer {
  readonly data: { readonly messages: readonly Sent[] };
  readonly pagination: { readonly more: boolean; readonly next?: string };
}

const EMAIL = 'grace.hopper@example.com';
let simulator: DriftSimulator;

afterEach(() => simulator.close());

describe('messages and attachments', () => {
  it('gives every message of a conversation in pages of 50, and the conversation itself', async () => {
    await start();
    const { conversations, messages } = simulator.world.expectedRecords(EMAIL);
    const [conversation] = conversations;
    const expected = messages.filter(({ conversationId }) => conversationId === conversation!.id);
    const sent = await messagesOf(conversation!.id);
    expect(sent.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(sent.map(({ body }) => body)).toEqual(expected.map(({ body }) => body));
    expect(simulator.calls.count('listMessages')).toBe(3);
    expect(await (await get(`/conversations/${conversation!.id}`)).json()).toEqual({ data: conversation });
  });

  it('reaches the last of a hundred thousand messages', async () => {
    await start({ subjects: [{ email: EMAIL, messagesPerConversation: 100_000 }] });
    const [conversation] = simulator.world.conversations.fromOffset(
      0,
      1,
      ({ messages }) => messages === 100_000,
    );
    const answer = await page(conversation!.id, '99950');
    expect([answer.data.messages.length, answer.pagination.more]).toEqual([50, false]);
  });

  it('has a message that came later at the end', async () => {
    await start();
    const { id } = simulator.world.expectedRecords(EMAIL).conversations[0]!;
    const before = await messagesOf(id);
    simulator.world.addConversationActivity(id);
    const after = await messagesOf(id);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)!.createdAt).toBeGreaterThan(before.at(-1)!.createdAt);
  });

  it('sends the bytes of every attachment', async () => {
    await start();
    for (const { id, mimeType, bytes } of simulator.world.expectedRecords(EMAIL).attachments) {
      const answer = await get(`/attachments/${id}/data`);
      expect(answer.headers.get('content-type')).toBe(mimeType);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    }
  });

  it('names attachments in either form', async () => {
    await start();
    const { id, url } = simulator.world.expectedRecords(EMAIL).attachments[0]!;
    const [named] = (await carriers()).flatMap(({ attachments }) => attachments);
    expect(named).toMatchObject({ id, url });
    await simulator.close();
    await start({ attachmentField: 'attachment' });
    const [message] = await carriers();
    expect(message).not.toHaveProperty('attachments');
    expect(message!.attachment).toEqual([{ fileName: 'bill.pdf', mimeType: 'application/pdf', url }]);
  });

  it.each([
    ['/conversations/1', 404],
    ['/conversations/one', 400],
    ['/conversations/1/messages', 404],
    ['/attachments/1/data', 404],
    ['/attachments/30000000999/data', 404],
    ['/attachments/x/data', 400],
  ])('answers %s with %i', async (path, status) => {
    await start();
    expect((await get(path)).status).toBe(status);
  });
});

async function start(options: DriftSimulatorOptions = {}): Promise<void> {
  simulator = await startDriftSimulator({ conversations: 40, ...options });
}

function get(path: string): Promise<Response> {
  return fetch(simulator.baseUrl + path, { headers: { authorization: `Bearer ${simulator.staticToken}` } });
}

async function page(conversationId: number, next: string): Promise<MessagesAnswer> {
  return (await (
    await get(`/conversations/${conversationId}/messages?next=${next}`)
  ).json()) as MessagesAnswer;
}

async function messagesOf(conversationId: number): Promise<readonly Sent[]> {
  const found: Sent[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const answer: MessagesAnswer = await page(conversationId, next);
    found.push(...answer.data.messages);
    next = answer.pagination.next;
  }
  return found;
}

/** The messages with attachments of the subject's first conversation. */
async function carriers(): Promise<readonly Sent[]> {
  const messages = await messagesOf(simulator.world.expectedRecords(EMAIL).conversations[0]!.id);
  return messages.filter((message) => 'attachments' in message || 'attachment' in message);
}
