import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { type Crowd, fairShare } from '../../src/engine/fair-share.js';
import type { DispatchStore, UnbegunTask } from '../../src/store/dispatch-store.js';
import { somebody, TestServices } from '../support/services.js';

const size = { perConnection: 8, total: 32 };
const day = 24 * 60 * 60 * 1000;

describe('beginning tasks', () => {
  let services: TestServices;
  let dispatches: DispatchStore;
  const connections = new Map<string, string>();

  beforeAll(async () => {
    services = await TestServices.start();
    dispatches = services.container.get(tokens.dispatches);
    for (const name of ['slow', 'other', 'third']) await services.addConnection(name);
    const { rows } = await services.database.query<{ id: string; name: string }>(
      'select id, name from dsr.connection',
    );
    for (const { id, name } of rows) connections.set(name, id);
  });

  afterAll(() => services.close());

  beforeEach(async () => {
    await services.database.query("update dsr.task set status = 'cancelled'");
  });

  const idOf = (name: string): string => connections.get(name) ?? '';

  /** Requests on a connection that were received so many days ago. */
  async function record(name: string, count: number, daysAgo: number): Promise<void> {
    const receivedAt = new Date(Date.now() - daysAgo * day);
    for (let number = 0; number < count; number += 1) {
      await services.requests().create({ ...somebody, type: 'access', connections: [name], receivedAt });
    }
  }

  async function dispatch(crowd: Crowd): Promise<readonly UnbegunTask[]> {
    const begun: UnbegunTask[] = [];
    const choose = (waiting: readonly UnbegunTask[]) => fairShare(waiting, crowd, size);
    await dispatches.dispatch(size.perConnection, crowd, choose, (task) => {
      begun.push(task);
      return Promise.resolve();
    });
    return begun;
  }

  function counts(tasks: readonly UnbegunTask[]): Readonly<Record<string, number>> {
    const names = [...connections.keys()];
    const countOf = (name: string) => tasks.filter((task) => task.connectionId === idOf(name)).length;
    return Object.fromEntries(names.map((name) => [name, countOf(name)]));
  }

  it('leaves the room of one connection to it, however urgent the tasks of another are', async () => {
    await record('slow', 20, 25);
    await record('other', 3, 1);
    expect(counts(await dispatch(new Map()))).toEqual({ slow: 8, other: 3, third: 0 });
    await record('third', 1, 0);
    const crowd = new Map([
      [idOf('slow'), 8],
      [idOf('other'), 3],
    ]);
    expect(counts(await dispatch(crowd))).toEqual({ slow: 0, other: 0, third: 1 });
  });

  it('leaves to other processes what has no room in this one', async () => {
    await record('slow', 12, 25);
    const first = await dispatch(new Map([[idOf('slow'), 5]]));
    const second = await dispatch(new Map());
    expect([first, second].map(counts)).toEqual([
      { slow: 3, other: 0, third: 0 },
      { slow: 8, other: 0, third: 0 },
    ]);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(11);
  });

  it('notes a run as begun, and not one that began after it', async () => {
    await record('slow', 1, 1);
    const [task] = await dispatch(new Map());
    expect(task).toBeDefined();
    if (task === undefined) return;
    await services.database.query('update dsr.task set run = run + 1 where id = $1', [task.id]);
    await dispatches.touch([task]);
    const next = await dispatch(new Map());
    expect(next).toEqual([{ ...task, run: task.run + 1 }]);
  });
});
