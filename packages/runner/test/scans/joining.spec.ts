import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportedConversations, openStage, type ScanStage, trueConversations } from './stage.js';

const people = Array.from({ length: 4 }, (_, index) => `person.${index}@example.com`);
const [first = '', second = '', third = ''] = people;

describe('a scan under way', () => {
  let stage: ScanStage;

  beforeEach(async () => {
    stage = await openStage({
      subjects: people.map((email) => ({ email, conversations: 5, messagesPerConversation: 1 })),
      conversations: 2000,
      strangers: 50,
      strangerMessages: 1,
    });
  });

  afterEach(async () => {
    await stage.close();
  });

  /** Acts when the vendor has answered that page of the listing; the next page waits for it. */
  function afterPage(nth: number, act: () => Promise<void> | void): void {
    stage.vendor.hooks.afterAnswer({ operationId: 'listConversations', nth }, act);
  }

  const move = (email: string, which: number) => {
    const conversation = trueConversations(stage, email).at(which);
    stage.vendor.world.addConversationActivity(Number(conversation));
  };

  async function expectAll(ids: readonly string[], emails: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      expect((await stage.show(id)).status).toBe('completed');
      expect(await exportedConversations(stage, id)).toEqual(trueConversations(stage, emails[index] ?? ''));
    }
  }

  it('misses nothing of who joins in its middle, whatever moves meanwhile', async () => {
    const ids = [...(await stage.record([first]))];
    afterPage(4, async () => {
      move(second, 0);
      ids.push(...(await stage.record([second])));
    });
    afterPage(6, () => {
      move(second, -1);
      move(first, -1);
    });
    afterPage(8, async () => {
      ids.push(...(await stage.record([third])));
      move(third, 1);
    });
    afterPage(9, () => {
      move(third, 2);
    });
    await stage.work();
    await expectAll(ids, [first, second, third]);
    expect(stage.listed()).toBeLessThan(2 * 20);
  });

  it('is carried on by another process when the one that reads is killed', async () => {
    const ids = await stage.record([first, second]);
    const killed: (number | null)[] = [];
    const doomed = stage.installation.start('worker');
    stage.vendor.hooks.beforeAnswer({ operationId: 'listConversations', nth: 5 }, async () => {
      doomed.child.kill('SIGKILL');
      killed.push((await doomed.ended).code);
    });
    await doomed.ended;
    await stage.work();
    expect(killed).toEqual([null]);
    await expectAll(ids, [first, second]);
    expect(stage.listed()).toBeLessThan(2 * 20);
  });

  it('goes on for the others when the task that reads is cancelled', async () => {
    const [cancelled = '', ...ids] = await stage.record([first, second, third]);
    afterPage(5, async () => {
      await stage.application.requests.cancel(cancelled);
    });
    await stage.work();
    expect((await stage.show(cancelled)).status).toBe('cancelled');
    await expectAll(ids, [second, third]);
  });

  it('ends for all who wait when the vendor refuses the credentials, and goes well once they are renewed', async () => {
    const ids = await stage.record([first, second]);
    afterPage(5, () => {
      stage.vendor.faults.always('listConversations', { kind: 'status', status: 401 });
    });
    await stage.work();
    for (const id of ids) {
      const { status, tasks } = await stage.show(id);
      expect(status).toBe('incomplete');
      expect(tasks[0]?.error?.code).toBe('authentication');
    }
    stage.vendor.faults.clear();
    for (const id of ids) expect((await stage.installation.request('wait', id)).status).toBe('completed');
    await expectAll(ids, [first, second]);
  });
});
