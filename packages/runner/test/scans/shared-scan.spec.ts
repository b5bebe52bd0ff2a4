import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportedConversations, openStage, type ScanStage, trueConversations } from './stage.js';

const people = Array.from({ length: 102 }, (_, index) => `person.${index}@example.com`);
const [alone = '', next = '', ...others] = people;

describe('requests that wait for a listing together', () => {
  let stage: ScanStage;

  beforeAll(async () => {
    stage = await openStage({
      subjects: people.map((email) => ({ email, conversations: 2, messagesPerConversation: 1 })),
      conversations: 6000,
      strangers: 300,
      strangerMessages: 1,
    });
  });

  afterAll(async () => {
    await stage.close();
  });

  /** List calls that the work on these requests takes, all of which end well. */
  async function callsFor(ids: readonly string[]): Promise<number> {
    const before = stage.listed();
    await stage.work();
    for (const id of ids) expect((await stage.show(id)).status).toBe('completed');
    return stage.listed() - before;
  }

  /** Of those asked for, whoever the vendor knows longest needs the most pages. */
  const oldest = () =>
    others.toSorted((one, other) => knownSince(stage, one) - knownSince(stage, other))[0] ?? '';

  it('cost a tenth more list calls at most than one of them, and each gets its own and nothing else', async () => {
    await stage.installation.connect('alone', stage.vendor);
    const one = await callsFor(await stage.record([oldest()], 'alone'));
    const ids = await stage.record(others);
    const hundred = await callsFor(ids);
    expect(one).toBeGreaterThan(40);
    expect(hundred).toBeLessThanOrEqual(1.1 * one);
    for (const [index, id] of ids.entries()) {
      expect(await exportedConversations(stage, id)).toEqual(trueConversations(stage, others[index] ?? ''));
    }
  });

  it('leave an index with which the next one reads what changed since', async () => {
    const youngest =
      people.toSorted((one, other) => knownSince(stage, other) - knownSince(stage, one))[0] ?? '';
    const [first] = await stage.record([youngest]);
    expect(await callsFor([first ?? ''])).toBeLessThanOrEqual(3);

    const changed = [...trueConversations(stage, youngest), ...trueConversations(stage, alone)];
    for (const id of changed) stage.vendor.world.addConversationActivity(Number(id));
    const [second] = await stage.record([youngest]);
    expect(await callsFor([second ?? ''])).toBeLessThanOrEqual(3);
    expect(await exportedConversations(stage, second ?? '')).toEqual(trueConversations(stage, youngest));
  });

  it('leave an index that says nothing once the connection was authorised anew', async () => {
    await stage.installation.connect('main', stage.vendor);
    const [id] = await stage.record([next]);
    expect(await callsFor([id ?? ''])).toBeGreaterThan(3);
    expect(await exportedConversations(stage, id ?? '')).toEqual(trueConversations(stage, next));
  });
});

/** Epoch milliseconds since when the vendor knows somebody. */
function knownSince({ vendor }: ScanStage, email: string): number {
  return vendor.world.contactsOf(email)[0]?.createdAt ?? 0;
}
