import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokens } from '../../src/composition/tokens.js';
import { dayMilliseconds } from '../../src/deadlines/days-left.js';
import { Reminders } from '../../src/deadlines/reminders.js';
import { Database } from '../../src/store/database.js';
import { somebody, TestServices } from '../support/services.js';
import { until } from '../worker/until.js';

let services: TestServices;
let others: readonly Database[];
let workers: readonly Reminders[];

beforeAll(async () => {
  services = await TestServices.start();
  await services.addConnection('support');
  // A time zone with summer time must not matter.
  await services.database.query(`alter role dsr set timezone = 'America/New_York'`);
  others = await Promise.all([1, 2, 3, 4].map(() => Database.open(services.databaseUrl)));
  workers = others.map((database) => new Reminders(database));
});

beforeEach(async () => {
  for (const table of ['task', 'identifier', 'subject_digest', 'request', 'event']) {
    await services.database.query(`delete from dsr.${table}`);
  }
});

afterAll(async () => {
  await Promise.all(others.map((database) => database.close()));
  await services.close();
});

const due = new Date('2190-11-10T12:00:00.000Z');
const before = (days: number) => new Date(due.getTime() - days * dayMilliseconds);
const record = async () =>
  (await services.requests().create({ ...somebody, type: 'access', regulation: 'other', dueAt: due })).id;

/** What was told of deadlines: the days of each reminder, 0 for overdue. */
async function told(id: string): Promise<readonly unknown[]> {
  const events = await services.container.get(tokens.events).after(id, 0, 1000);
  return events
    .filter(({ kind }) => kind === 'deadline.reminder' || kind === 'deadline.overdue')
    .map(({ kind, details }) => (kind === 'deadline.overdue' ? 0 : details['days']));
}

async function isSomebodyWaiting(): Promise<boolean> {
  const { rowCount } = await services.database.query('select 1 from pg_locks where not granted');
  return rowCount > 0;
}

describe('reminders', () => {
  it('come 7, 3 and 1 days before the deadline and once it has passed', async () => {
    const id = await record();
    const reminders = services.container.get(tokens.reminders);
    const seen: unknown[] = [];
    for (const days of [8, 7.001, 7, 5, 3, 2, 1, 0.5, 0, -0.001, -1, -30]) {
      await reminders.remind(before(days));
      seen.push([days, ...(await told(id))]);
    }
    expect(seen).toEqual([
      [8],
      [7.001],
      [7, 7],
      [5, 7],
      [3, 7, 3],
      [2, 7, 3],
      [1, 7, 3, 1],
      [0.5, 7, 3, 1],
      [0, 7, 3, 1],
      [-0.001, 7, 3, 1, 0],
      [-1, 7, 3, 1, 0],
      [-30, 7, 3, 1, 0],
    ]);
    const [event] = (await services.container.get(tokens.events).after(id, 0, 10)).slice(-1);
    expect(event).toMatchObject({ kind: 'deadline.overdue', details: { dueAt: due.toISOString() } });
  });

  it('are not told of a deadline that is extended while they are chosen', async () => {
    const id = await record();
    const [worker] = workers;
    let told = Promise.resolve(0);
    await services.database.transaction(async (connection) => {
      const later = new Date(due.getTime() + 30 * dayMilliseconds);
      await connection.query('update dsr.request set due_at = $2, reminded_days = null where id = $1', [
        id,
        later,
      ]);
      told = worker?.remind(before(2)) ?? told;
      await services.database.apart(() => until(isSomebodyWaiting));
    });
    expect(await told).toBe(0);
    const { rows } = await services.database.query('select reminded_days from dsr.request');
    expect(rows).toEqual([{ reminded_days: null }]);
  });

  it('are told once each, whichever workers ask, how often and when', async () => {
    const expected = (latest: readonly number[]) => [...new Set(latest.map(levelOf))].filter(isLevel);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -48, max: 216 }), { maxLength: 4 }), async (times) => {
        const ids = [await record(), await record(), await record()];
        const moments = times.map((hours) => hours / 24).toSorted((one, other) => other - one);
        for (const days of moments) {
          await Promise.all(workers.map((worker) => worker.remind(before(days))));
        }
        for (const id of ids) expect(await told(id)).toEqual(expected(moments));
        await services.database.query('update dsr.request set finished_at = now()');
      }),
      { numRuns: 15 },
    );
  });

  it('reach every one of many requests', async () => {
    const id = await record();
    await services.database.query(
      `insert into dsr.request (id, type, status, subject, approved, include_vendor_users, received_at, due_at)
       select gen_random_uuid(), type, status, subject, approved, include_vendor_users, received_at, due_at
       from dsr.request, generate_series(1, 1200) where id = $1`,
      [id],
    );
    const asked = await Promise.all(workers.map((worker) => worker.remind(before(-1))));
    let more = asked.reduce((sum, count) => sum + count, 0);
    for (let last = 1; last > 0; more += last) last = await (workers[0]?.remind(before(-1)) ?? 0);
    expect(more).toBe(1201);
    const { rows } = await services.database.query<{ told: number }>(
      `select count(distinct request_id) as told from dsr.event where kind = 'deadline.overdue'`,
    );
    expect(rows[0]?.told).toBe(1201);
  });

  it('stop when the request has ended, and begin anew for an extended deadline', async () => {
    const [ended, extended] = [await record(), await record()];
    const reminders = services.container.get(tokens.reminders);
    await reminders.remind(before(2));
    await services.database.query('update dsr.request set finished_at = now() where id = $1', [ended]);
    const later = new Date(due.getTime() + 60 * dayMilliseconds);
    await services.requests().extend(extended, { reason: 'Tapes.', dueAt: later });
    await reminders.remind(before(-1));
    await reminders.remind(new Date(later.getTime() + 1));
    expect(await told(ended)).toEqual([3]);
    expect(await told(extended)).toEqual([3, 0]);
  });
});

/** The reminder that is due so many days before the deadline. */
function levelOf(days: number): number | undefined {
  if (days < 0) return 0;
  return [1, 3, 7].find((level) => days <= level);
}

function isLevel(level: number | undefined): level is number {
  return level !== undefined;
}
