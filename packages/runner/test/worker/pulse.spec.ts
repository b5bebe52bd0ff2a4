import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { startWorker, stopWorker, type WorkerProcess } from './fleet.js';
import { until } from './until.js';

const email = 'grace.hopper@example.com';

/** The database refuses signs of life of one process, as when its connection is stuck. */
const muffle = `
  create function public.muffle() returns trigger language plpgsql as $$
  begin
    raise exception 'muffled';
  end
  $$;`;

const hasBeenSilent = `select beat_at < now() - interval '6 seconds' from dsr.process where id = $1`;
const hasLock = `exists (select from pg_locks where locktype = 'advisory' and granted
  and objid = (hashtext($1::text)::bigint & 4294967295)::oid)`;

describe('a worker that cannot give a sign of life', () => {
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
    await database.query(muffle);
  });

  afterAll(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    await database.close();
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  async function start(): Promise<WorkerProcess> {
    const worker = startWorker(installation.environment);
    workers.push(worker);
    await worker.started;
    return worker;
  }

  async function holds(condition: string, id: string): Promise<boolean> {
    const { rows } = await database.query<{ holds: boolean }>(`select (${condition}) as holds, $1::uuid`, [
      id,
    ]);
    return rows[0]?.holds === true;
  }

  it('begins nothing until it can again, and claims its lock again from a session that is stuck', async () => {
    const mute = await start();
    const { rows } = await database.query<{ id: string }>('select id from dsr.process');
    const id = rows[0]?.id ?? '';
    await database.query(
      `create trigger muffle before update or insert on dsr.process
       for each row when (new.id = '${id}') execute function public.muffle()`,
    );
    await until(() => holds(hasBeenSilent, id));
    const other = await start();
    const requests: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      requests.push((await installation.request('access', '--email', email)).id);
    }
    for (const request of requests) {
      await until(async () => (await installation.request('show', request)).status === 'completed');
    }
    await database.query('drop trigger muffle on dsr.process');
    await until(() => holds('select count(*) = 2 from dsr.process', id));
    await until(() => holds(hasLock, id));
    const [end] = await Promise.all([stopWorker(mute), stopWorker(other)]);
    expect(end.code).toBe(0);
    expect(end.stdout).not.toContain('"begun"');
  });
});
