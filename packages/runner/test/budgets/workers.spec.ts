import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Call } from '@privacy-connectors/conformance/simulator';
import { defaultShare, paceOf } from '@privacy-connectors/core/rate-limit';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import pg from 'pg';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { fastSettings, Installation } from '../support/installation.js';
import { startWorker, stopWorker, type WorkerProcess } from '../worker/fleet.js';
import { until } from '../worker/until.js';
import { excess } from './laboratory.js';

const limits = { requestsPerSecond: 20, burst: 10 };
const subjects = Array.from({ length: 4 }, (_, index) => ({
  email: `person.${index}@example.com`,
  conversations: 6,
  messagesPerConversation: 60,
}));

let server: TestDatabase;
let database: pg.Client;
let installation: Installation;

beforeAll(async () => {
  server = await startTestDatabase();
  installation = new Installation({ DATABASE_URL: server.url });
  database = new pg.Client({ connectionString: server.url });
  await database.connect();
});

afterAll(async () => {
  await database.end();
  await server.stop();
  installation.remove();
});

function connect(name: string, vendor: DriftSimulator, declared: typeof limits): Promise<void> {
  return installation.connect(name, vendor, {
    ...fastSettings,
    vendorRequestsPerSecond: String(declared.requestsPerSecond),
    vendorBurst: String(declared.burst),
  });
}

/** Records an access request for each subject on these connections. */
async function ask(...connections: string[]): Promise<void> {
  const on = connections.flatMap((name) => ['--connection', name]);
  for (const { email } of subjects) await installation.request('access', '--email', email, ...on);
}

async function unfinished(): Promise<number> {
  const sql = `select count(*)::int as count from dsr.request where status not in ('completed', 'failed', 'incomplete')`;
  return (await database.query<{ count: number }>(sql)).rows[0]!.count;
}

async function startWorkers(count: number): Promise<readonly WorkerProcess[]> {
  const workers = Array.from({ length: count }, () => startWorker(installation.environment));
  await Promise.all(workers.map(({ started }) => started));
  return workers;
}

async function allCompleted(): Promise<boolean> {
  const { rows } = await database.query<{ status: string }>('select distinct status from dsr.request');
  return rows.every(({ status }) => status === 'completed');
}

/** Above what the share of the limits allows, in the fullest window. */
function aboveShare(calls: readonly Call[]): number {
  return excess(
    calls.map(({ at }) => at),
    paceOf(limits, defaultShare),
  );
}

describe('workers on one connection', () => {
  let vendor: DriftSimulator;

  beforeAll(async () => {
    vendor = await startDriftSimulator({ subjects, limits });
    await connect('shared', vendor, limits);
  });

  afterAll(() => vendor.close());

  it.each([1, 2, 4])('stay together below the share: %i of them', async (count) => {
    await ask('shared');
    const before = vendor.calls.total;
    const workers = await startWorkers(count);
    await until(async () => (await unfinished()) === 0);
    await Promise.all(workers.map(stopWorker));
    expect(await allCompleted()).toBe(true);
    expect(aboveShare(vendor.calls.all.slice(before))).toBeLessThanOrEqual(0);
    expect(vendor.calls.countStatus(429)).toBe(0);
  });

  it('stay below it when one is killed that holds permits', async () => {
    await ask('shared');
    const before = vendor.calls.total;
    const [killed, living] = await startWorkers(2);
    const kill = vendor.hooks.beforeHandling(before + 20, () => {
      killed!.child.kill('SIGKILL');
    });
    await until(async () => (await unfinished()) === 0);
    kill();
    expect((await killed!.ended).code).toBeNull();
    await stopWorker(living!);
    expect(await allCompleted()).toBe(true);
    expect(aboveShare(vendor.calls.all.slice(before))).toBeLessThanOrEqual(0);
    expect(vendor.calls.countStatus(429)).toBe(0);
  });
});

describe('a vendor that throttles to half of its limit, and recovers', () => {
  it('is followed down and back up by all workers together', async () => {
    const vendor = await startDriftSimulator({
      subjects: subjects.map((subject) => ({ ...subject, conversations: 100 })),
      conversations: 500,
      limits,
    });
    try {
      await connect('moody', vendor, limits);
      await ask('moody');
      const workers = await startWorkers(2);
      const factor = async () => {
        const sql = `select factor from dsr.rate_budget, dsr.connection where id = connection_id and connection.name = 'moody'`;
        return (await database.query<{ factor: number }>(sql)).rows[0]!.factor;
      };
      await until(() => vendor.calls.total > 40);
      expect([await factor(), vendor.calls.countStatus(429)]).toEqual([1, 0]);
      vendor.limitTo({ requestsPerSecond: 10, burst: 5 });
      // The share of the declared limit is 15 a second: two thirds of that is what the vendor still takes.
      await until(async () => (await factor()) < 0.7);
      expect(await factor()).toBeGreaterThanOrEqual(0.1);
      vendor.limitTo(limits);
      await until(async () => (await factor()) >= 0.99);
      const refused = vendor.calls.countStatus(429);
      const seen = vendor.calls.total;
      await until(() => vendor.calls.total > seen + 20);
      expect(vendor.calls.countStatus(429)).toBe(refused);
      const view = (await installation.run('connection', 'test', 'moody')).stdout;
      expect(view).toMatch(/all: up to 15 requests\/s; at full pace again after \d+ refusal/);
      await Promise.all(workers.map(stopWorker));
    } finally {
      await vendor.close();
    }
  });
});

describe('a connection', () => {
  it('is not slowed by another one that hardly gets on', async () => {
    const stuck = await startDriftSimulator({ subjects });
    const free = await startDriftSimulator({ subjects });
    try {
      await connect('stuck', stuck, { requestsPerSecond: 1, burst: 1 });
      await connect('free', free, { requestsPerSecond: 1000, burst: 200 });
      await ask('stuck', 'free');
      const workers = await startWorkers(2);
      const sql = `select count(*)::int as count from dsr.task join dsr.connection on connection.id = connection_id where name = $1 and task.status = 'completed'`;
      const completed = async (name: string) =>
        (await database.query<{ count: number }>(sql, [name])).rows[0]!.count;
      await until(async () => (await completed('free')) === subjects.length);
      expect(await completed('stuck')).toBe(0);
      await Promise.all(workers.map(stopWorker));
    } finally {
      await Promise.all([stuck.close(), free.close()]);
    }
  });
});
