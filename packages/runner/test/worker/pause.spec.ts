import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation, outcomesOf } from '../support/installation.js';
import { startWorker, stopWorker, type WorkerProcess } from './fleet.js';
import { until } from './until.js';

const email = 'grace.hopper@example.com';

/** What a request's task looks like to whoever would change it. */
interface TaskState {
  /** Actions in the audit log; null while there are none. */
  readonly entries: readonly string[] | null;
  readonly receiptsDue: number;
}

function isQuiet({ entries, receiptsDue }: TaskState): boolean {
  return receiptsDue === 0 && entries?.includes('subject.purged') === true;
}

describe('a worker that is paused', () => {
  let server: TestDatabase;
  let database: Database;
  let installation: Installation;
  let vendor: DriftSimulator;
  const workers: WorkerProcess[] = [];

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({
      DATABASE_URL: server.url,
      DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
    });
    vendor = await startDriftSimulator({ conversations: 10, strangers: 3 });
    await installation.connect('main', vendor);
    database = await Database.open(server.url);
  });

  afterAll(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    await database.close();
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  function start(): WorkerProcess {
    const worker = startWorker(installation.environment);
    workers.push(worker);
    return worker;
  }

  async function stateOf(request: string): Promise<readonly TaskState[]> {
    const { rows } = await database.query<TaskState>(
      `select task.status, epoch, run, held_by, deaths,
         (select count(*)::int from dsr.work where task_id = task.id) as works,
         (select count(*)::int from dsr.receipt_due where request_id = task.request_id) as "receiptsDue",
         (select array_agg(action order by seq) from dsr.audit_entry where details->>'request' = $1) as entries
       from dsr.task where request_id::text = $1`,
      [request],
    );
    return rows;
  }

  async function processes(): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      'select count(*)::int as count from dsr.process',
    );
    return rows[0]?.count ?? 0;
  }

  it('is fenced off when it wakes: others carried on, and it changes nothing', async () => {
    const sleeper = start();
    await sleeper.started;
    // The first answer of the deletion itself finds its reader asleep.
    vendor.hooks.beforeAnswer(vendor.calls.total + 2, () => {
      sleeper.child.kill('SIGSTOP');
      return Promise.resolve();
    });
    const { id } = await installation.request('delete', '--email', email, '--approve');
    await until(async () => (await processes()) === 1 && vendor.calls.total >= 2);
    const other = start();
    await other.started;
    // What a worker does once it gets round to it is done as well.
    await until(async () => (await stateOf(id)).some(isQuiet));
    expect(await installation.request('show', id)).toMatchObject({ status: 'completed' });
    expect(await processes()).toBe(1);
    const before = await stateOf(id);
    const calls = vendor.calls.count('deletePersonalData');
    sleeper.child.kill('SIGCONT');
    await until(async () => (await processes()) === 2);
    const { code, complaints } = await stopWorker(sleeper);
    expect(code).toBe(0);
    // What it was asking the database when it fell asleep found no answer.
    expect(complaints.map((line) => JSON.parse(line) as unknown)).toEqual(
      complaints.map(() => expect.objectContaining({ error: expect.objectContaining({ code: 'database' }) })),
    );
    expect(await stateOf(id)).toEqual(before);
    expect(vendor.calls.count('deletePersonalData')).toBe(calls);
    expect(vendor.world.erasures.filter((erasure) => erasure.email === email)).toHaveLength(1);
    expect(outcomesOf(await installation.request('show', id))).toEqual(['contacts deleted 2']);
    expect(await stopWorker(other)).toMatchObject({ code: 0, complaints: [] });
  });
});
