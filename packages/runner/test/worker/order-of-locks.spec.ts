import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import type { Queryable } from '../../src/store/database.js';
import { EndingStore } from '../../src/store/ending-store.js';
import type { TaskRow } from '../../src/store/task-store.js';
import { holdScans } from '../../src/store/void-scans.js';
import { barrier } from '../support/barrier.js';
import { letGo } from '../support/days-later.js';
import { somebody, TestServices } from '../support/services.js';
import { until } from './until.js';

/** Who would have to wait, for one that itself waits, hears so at once instead of hanging. */
const impatience = `set local lock_timeout = '5s'`;

describe('the order in which rows are held', () => {
  let services: TestServices;
  let request: string;
  let one: TaskRow;
  let other: TaskRow;

  beforeAll(async () => {
    services = await TestServices.start();
    for (const name of ['one', 'other']) await services.addConnection(name);
  });

  afterAll(() => services.close());

  /** A request whose two tasks are under way. */
  beforeEach(async () => {
    const { holds, tasks } = stores();
    request = (await services.requests().create({ ...somebody, type: 'access' })).id;
    const rows = await tasks.ofRequest(request);
    const claimed = await Promise.all(rows.map(({ id }) => holds.claim(id, randomUUID())));
    [one, other] = claimed as [TaskRow, TaskRow];
  });

  const stores = () => services.container.get(tokens.taskStores);
  const requests = () => services.container.get(tokens.requestStore);
  const finisher = () => services.container.get(tokens.finisher);

  async function end(task: TaskRow, connection: Queryable): Promise<void> {
    await connection.query(impatience);
    await stores().holds.assertHeld(task, connection);
    await finisher().end({ id: task.id, status: 'dead_letter', outcomes: [], error: null }, connection);
  }

  async function endAll(): Promise<void> {
    await services.database.transaction(async (connection) => {
      for (const task of [one, other]) await end(task, connection);
      await finisher().refresh(request, connection);
    });
  }

  const status = async () => (await requests().byId(request))?.status;

  /** Whether nobody at all holds the request's row. */
  async function isFree(): Promise<boolean> {
    const sql = 'select 1 from dsr.request where id = $1 for update skip locked';
    return (await services.database.query(sql, [request])).rowCount > 0;
  }

  /** Comes back once somebody waits for a row, or the work is over without that. */
  async function untilSomebodyWaits(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    void work.then(() => (isOver = true));
    const sql = `select 1 from pg_stat_activity where wait_event_type = 'Lock'`;
    await until(async () => isOver || (await services.database.query(sql)).rowCount > 0);
  }

  it('lets two tasks of one request end at once', async () => {
    const both = barrier(2);
    const ends = [one, other].map((task) =>
      services.database.transaction(async (connection) => {
        await end(task, connection);
        await both();
        await finisher().refresh(request, connection);
      }),
    );
    await Promise.all(ends);
    expect(await status()).toBe('failed');
  });

  const holders: Readonly<Record<string, (connection: Queryable) => Promise<unknown>>> = {
    'bring the request up to date': (connection) => finisher().refresh(request, connection),
    'add identifiers': (connection) => stores().identifiers.lock(request, connection),
    'try again what failed': (connection) => requests().holdUnexpired(request, connection),
  };
  it.each(Object.keys(holders))('lets others %s while a task of the request ends', async (name) => {
    await services.database.transaction(async (connection) => {
      await end(other, connection);
      expect(await services.database.apart(isFree)).toBe(false);
      await services.database.apart(() =>
        services.database.transaction(async (second) => {
          await second.query(impatience);
          await holders[name]?.(second);
        }),
      );
      await finisher().refresh(request, connection);
    });
  });

  it('lets a request be tried again while its tasks are awakened', async () => {
    await endAll();
    const { tasks } = stores();
    const ended = await tasks.byId(one.id);
    const retried = await services.database.transaction(async (connection) => {
      await connection.query(impatience);
      await tasks.rerun(ended!, 'dead_letter', null, connection);
      const retry = services.database.apart(() => services.requests().retry(request).catch(caught));
      await services.database.apart(() => untilSomebodyWaits(retry));
      await finisher().refresh(request, connection);
      return { retry };
    });
    expect(await retried.retry).toMatchObject({ id: request });
    expect((await tasks.ofRequest(request)).map(({ run }) => run)).toEqual([2, 2]);
  });

  it('lets a second one who tries again undo nothing of what the first one began', async () => {
    await endAll();
    const { database } = services;
    await database.query(
      `insert into dsr.work (task_id, kind, resource, key, payload, state, outcome)
       values ($1, 'locate', 'contacts', '', '', 'ended', '{"outcome": "failed", "error": {"code": "authentication"}}')`,
      [one.id],
    );
    const { tasks } = stores();
    const ended = await tasks.byId(one.id);
    const second = await database.transaction(async (connection) => {
      await connection.query(impatience);
      await tasks.rerun(ended!, 'dead_letter', null, connection);
      const retry = database.apart(() => services.requests().retry(request).catch(caught));
      await database.apart(() => untilSomebodyWaits(retry));
      return { retry };
    });
    expect(await second.retry).toMatchObject({ id: request });
    const searches = await database.query('select 1 from dsr.work where task_id = $1', [one.id]);
    expect(searches.rowCount).toBe(1);
  });

  it('lets nothing expire whose tasks are awakened', async () => {
    await endAll();
    const { tasks } = stores();
    const ended = await tasks.byId(one.id);
    const awakened = await services.database.transaction(async (connection) => {
      await connection.query(impatience);
      await tasks.rerun(ended!, 'dead_letter', null, connection);
      const expiry = services.database.apart(() => letGo(services, 31).catch(caught));
      await services.database.apart(() => untilSomebodyWaits(expiry));
      await finisher().refresh(request, connection);
      return { expiry };
    });
    expect(await awakened.expiry).toBeUndefined();
    expect(await requests().byId(request)).toMatchObject({ status: 'running', expired_at: null });
  });

  it('lets a connection be removed while its index is forgotten', async () => {
    const { database, keys } = services;
    const { connection_id: id } = one;
    await database.query(`insert into dsr.scan (connection_id, resource, joined_read) values ($1, 'a', 0)`, [
      id,
    ]);
    await database.query(
      `insert into dsr.scan_entry (connection_id, resource, key, owner, ref, updated_at, generation)
       values ($1, 'a', '', '', '', 0, 0)`,
      [id],
    );
    const endings = new EndingStore(database, keys);
    const forgotten = await database.transaction(async (connection) => {
      await connection.query(impatience);
      await holdScans(id, connection);
      const removal = database.apart(() =>
        database.transaction((second) => endings.begin(id, second)).catch(caught),
      );
      await database.apart(() => untilSomebodyWaits(removal));
      const deleted = await connection.query('delete from dsr.scan_entry where connection_id = $1', [id]);
      return { removal, entries: deleted.rowCount };
    });
    expect(forgotten.entries).toBe(1);
    expect(await forgotten.removal).toBeUndefined();
  });
});

function caught(error: unknown): unknown {
  return error;
}
