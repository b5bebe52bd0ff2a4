import { describe, expect, it } from '@jest/globals';
import { behaviourOf, type DriftSimulatorOptions } from '../options.js';
import { DriftWorld } from './drift-world.js';

const EMAIL = 'grace.hopper@example.com';

describe('DriftWorld', () => {
  it('is the same for the same seed and another for another', () => {
    const recordsOf = (seed: number) => JSON.stringify(world({ seed }).expectedRecords(EMAIL));
    expect(recordsOf(7)).toBe(recordsOf(7));
    expect(recordsOf(7)).not.toBe(recordsOf(8));
  });

  it('holds what the options ask for', () => {
    const { contacts, conversations, messages, attachments } = world().expectedRecords(EMAIL);
    expect([contacts.length, conversations.length, messages.length, attachments.length]).toEqual([
      2, 7, 840, 7,
    ]);
    expect(new Set(conversations.map(({ contactId }) => contactId))).toEqual(
      new Set(contacts.map(({ id }) => id)),
    );
    expect(new Set(messages.map(({ id }) => id)).size).toBe(840);
    expect(new Set(attachments.map(({ id }) => id)).size).toBe(7);
  });

  it('names every attachment in exactly one message, where there are more of them than messages too', () => {
    for (const messagesPerConversation of [1, 2, 5]) {
      const subject = {
        email: EMAIL,
        conversations: 3,
        messagesPerConversation,
        attachmentsPerConversation: 9,
      };
      const { messages, attachments } = world({ subjects: [subject] }).expectedRecords(EMAIL);
      const named = messages.flatMap((message) => message.attachments.map(({ id }) => id));
      expect(named.toSorted()).toEqual(attachments.map(({ id }) => id).toSorted());
      expect(named).toHaveLength(27);
    }
  });

  it('has no stranger in the records of a subject, and a stranger in every other kind of record', () => {
    const simulated = world();
    const { attachments, ...records } = simulated.expectedRecords(EMAIL);
    const text = JSON.stringify(records) + attachments.map(({ bytes }) => bytes.toString('latin1')).join();
    const canaries = simulated.strangerCanaries(EMAIL);
    expect(canaries).toHaveLength(50);
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    expect(simulated.canariesOf(EMAIL).filter((canary) => !text.includes(canary))).toEqual([]);
    const [own = ''] = simulated.canariesOf(EMAIL);
    expect(attachments.every(({ bytes }) => bytes.toString('latin1').includes(own))).toBe(true);
  });

  it('has strangers whose e-mails almost equal the subject, with data of their own', () => {
    const simulated = world();
    const near = [
      'grace.hopper+news@example.com',
      'grace.hopper@mail.example.com',
      'xgrace.hopper@example.com',
    ];
    for (const email of [...near, 'grace.hopper@example.com.example']) {
      const [canary = ''] = simulated.canariesOf(email);
      expect(simulated.strangerCanaries(EMAIL)).toContain(canary);
      expect(JSON.stringify(simulated.expectedRecords(email).messages)).toContain(canary);
    }
  });

  it('writes the e-mail of every second contact in lower case', () => {
    const simulated = world({ subjects: [{ email: 'Ada.King@Example.com', contacts: 3 }] });
    const emails = simulated.contactsOf('ada.king@example.com').map(({ attributes }) => attributes['email']);
    expect(emails).toEqual(['Ada.King@Example.com', 'ada.king@example.com', 'Ada.King@Example.com']);
  });

  it('writes every kind of message: by subject, agent and bot, private, without a body, with markup', () => {
    const { messages } = world().expectedRecords(EMAIL);
    const kinds = new Set(messages.map(({ type, author }) => `${type}/${author.type}/${author.bot}`));
    expect(kinds).toEqual(
      new Set(['chat/contact/false', 'chat/user/false', 'chat/user/true', 'private_note/user/false']),
    );
    const bodies = messages.map(({ body }) => body ?? 'absent');
    for (const piece of ['absent', '&eacute;', '<script>', EMAIL]) {
      expect(bodies.some((body) => body.includes(piece))).toBe(true);
    }
  });

  it('dates contacts before conversations, messages between creation and last update', () => {
    const { contacts, conversations, messages } = world().expectedRecords(EMAIL);
    const born = new Map(contacts.map(({ id, createdAt }) => [id, createdAt]));
    for (const { id, contactId, createdAt, updatedAt } of conversations) {
      expect(createdAt).toBeGreaterThanOrEqual(born.get(contactId)!);
      const times = messages
        .filter(({ conversationId }) => conversationId === id)
        .map((message) => message.createdAt);
      expect([times[0], times.at(-1)]).toEqual([createdAt, updatedAt]);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
    }
  });

  it('moves a conversation to the top with one more message', () => {
    const simulated = world();
    const before = simulated.expectedRecords(EMAIL);
    const moved = before.conversations.at(-1)!;
    simulated.addConversationActivity(moved.id);
    const after = simulated.expectedRecords(EMAIL);
    expect(simulated.conversations.newest).toBe(after.conversations[0]!.updatedAt);
    expect(after.conversations[0]).toMatchObject({ id: moved.id, createdAt: moved.createdAt });
    expect(after.messages).toHaveLength(before.messages.length + 1);
    const unmoved = (message: { conversationId: number }) => message.conversationId !== moved.id;
    expect(after.messages.filter(unmoved)).toEqual(before.messages.filter(unmoved));
    expect(() => {
      simulated.addConversationActivity(1);
    }).toThrow(RangeError);
  });

  it('remembers no messages: a world of a hundred million of them is made at once', () => {
    const subject = { email: EMAIL, conversations: 1000, messagesPerConversation: 100_000 };
    const simulated = world({ subjects: [subject], conversations: 100_000, strangers: 3000 });
    const all = simulated.conversations.fromOffset(0, 200_000);
    expect(all).toHaveLength(100_000);
    expect(all.filter(({ messages }) => messages === 100_000)).toHaveLength(1000);
  });

  it('refuses a world that cannot be and an option that does not exist', () => {
    expect(() => world({ conversations: 3 })).toThrow('The subjects have 7 conversations');
    expect(() => world({ strangers: 0 })).toThrow('at least one stranger');
    expect(() => world({ subjcts: [] } as DriftSimulatorOptions)).toThrow('no option "subjcts"');
  });
});

function world(options: DriftSimulatorOptions = {}): DriftWorld {
  return new DriftWorld(behaviourOf(options));
}
