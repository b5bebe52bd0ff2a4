import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRandom } from '@privacy-connectors/conformance/simulator';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { RequestType, RequestView } from '../../src/application/views/request-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { somebody } from '../support/services.js';
import { startWorker, type WorkerProcess } from './fleet.js';
import { until } from './until.js';

const seed = 20_261_122;
const vendorCount = 4;
const peoplePerVendor = 50;
const workerCount = 3;

interface Expected {
  readonly vendor: DriftSimulator;
  readonly connection: string;
  readonly email: string;
  readonly type: RequestType;
}

/** 200 requests, a worker killed every second, the database restarted twice: nobody does anything but start workers. */
describe('a fleet under fire', () => {
  const random = createRandom(seed);
  const installation = new Installation();
  const environment: Record<string, string> = { ...installation.environment };
  const requests = new Map<string, Expected>();
  let vendors: readonly DriftSimulator[] = [];
  let server: TestDatabase;
  let database: Database;
  let workers: WorkerProcess[] = [];
  let kills = 0;

  beforeAll(async () => {
    server = await startTestDatabase();
    environment['DATABASE_URL'] = server.url;
    environment['DSR_MASTER_KEY'] = Buffer.alloc(32, 1).toString('hex');
    vendors = await Promise.all(Array.from({ length: vendorCount }, (_, index) => startVendor(index)));
    await withApplication(async (application) => {
      for (const [index, vendor] of vendors.entries()) {
        await installation.connect(`vendor-${index}`, vendor, undefined, environment);
        for (const person of peopleOf(index))
          await record(application, vendor, index, person.email, person.type);
      }
    });
    database = await Database.open(server.url);
  });

  afterAll(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    await database.close();
    for (const vendor of vendors) await vendor.close();
    await server.stop();
    installation.remove();
  });

  it('carries every request to its end', async () => {
    workers = Array.from({ length: workerCount }, () => startWorker(environment));
    await Promise.all(workers.map(({ started }) => started));
    const over = new AbortController();
    const fire = killEverySecond(over.signal);
    for (const [signal, share] of [
      ['INT', 0.25],
      ['QUIT', 0.6],
    ] as const) {
      await until(async () => (await ended()) >= requests.size * share);
      await server.restart(signal);
    }
    await until(async () => (await ended()) === requests.size);
    over.abort();
    await fire;
    expect(kills).toBeGreaterThan(5);
    const views = await withApplication(({ requests: all }) => all.list());
    expect(countBy(views)).toEqual({ completed: requests.size });
  }, 240_000);

  it('lost no record of anybody', async () => {
    await withApplication(async (application) => {
      for (const [id, { vendor, connection, email, type }] of requests) {
        if (type === 'deletion') continue;
        const zip = installation.path(`${id}.zip`);
        await application.requests.export(id, zip);
        const files = await readPackage(zip);
        const truth = vendor.world.expectedRecords(email);
        for (const resource of ['contacts', 'conversations', 'messages', 'attachments'] as const) {
          const ids = recordsOf(files, connection, resource).map((each) => each.id);
          expect(ids.sort()).toEqual(truth[resource].map((each) => String(each.id)).sort());
        }
      }
    });
  });

  it('deleted everybody once', () => {
    for (const { vendor, email, type } of requests.values()) {
      if (type === 'access') continue;
      expect(vendor.world.contactsOf(email)).toEqual([]);
      const erasures = vendor.world.erasures.filter((erasure) => erasure.email === email);
      expect(erasures.reduce((sum, { calls }) => sum + calls, 0)).toBe(1);
    }
  });

  function startVendor(index: number): Promise<DriftSimulator> {
    const subjects = peopleOf(index).map(({ email }) => ({
      email,
      conversations: 2,
      messagesPerConversation: 5,
      attachmentsPerConversation: 1,
    }));
    const world = { conversations: 2 * peoplePerVendor + 20, strangers: 10, seed: seed + index };
    return startDriftSimulator({ ...world, subjects, erasure: { afterMilliseconds: 0 }, latency: 20 });
  }

  async function record(
    application: Application,
    vendor: DriftSimulator,
    index: number,
    email: string,
    type: RequestType,
  ): Promise<void> {
    const connection = `vendor-${index}`;
    const { id } = await application.requests.create({
      ...somebody,
      type,
      emails: [email],
      connections: [connection],
      approved: type === 'deletion',
    });
    requests.set(id, { vendor, connection, email, type });
  }

  async function withApplication<T>(work: (application: Application) => Promise<T>): Promise<T> {
    const application = await openApplication(environment);
    try {
      return await work(application);
    } finally {
      await application.close();
    }
  }

  async function killEverySecond(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(1_000);
      const index = random.integer(0, workerCount - 1);
      const worker = workers[index];
      if (worker === undefined) continue;
      worker.child.kill('SIGKILL');
      await worker.ended;
      kills += 1;
      workers[index] = await startAnew();
    }
  }

  /** What a process manager does: one that finds no database at its start ends, and is started once more. */
  async function startAnew(): Promise<WorkerProcess> {
    for (;;) {
      const worker = startWorker(environment);
      const begun = await worker.started.then(
        () => true,
        () => false,
      );
      if (begun) return worker;
    }
  }

  async function ended(): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      'select count(*)::int as count from dsr.request where finished_at is not null',
    );
    return rows[0]?.count ?? 0;
  }
});

function peopleOf(index: number): readonly { readonly email: string; readonly type: RequestType }[] {
  return Array.from({ length: peoplePerVendor }, (_, number) => ({
    email: `person.${number}@vendor-${index}.example`,
    type: number % 2 === 0 ? 'access' : 'deletion',
  }));
}

function countBy(views: readonly RequestView[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of views) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
