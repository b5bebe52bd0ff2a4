import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { startWorker, stopWorker, type WorkerProcess } from './fleet.js';

const email = 'grace.hopper@example.com';

describe('a worker that is asked to stop', () => {
  const installation = new Installation();
  let vendor: DriftSimulator;

  beforeAll(async () => {
    vendor = await startDriftSimulator({ conversations: 30, strangers: 3 });
    await installation.connect('main', vendor);
  });

  afterAll(async () => {
    await vendor.close();
    installation.remove();
  });

  /** Asks a worker to stop in the middle of the vendor's `nth` call from now on; how it ended. */
  async function stopAtCall(nth: number, worker: WorkerProcess): Promise<unknown> {
    let stopped: Promise<unknown> = worker.ended;
    const forget = vendor.hooks.beforeAnswer(vendor.calls.total + nth, () => {
      stopped = stopWorker(worker);
      return Promise.resolve();
    });
    await worker.ended;
    forget();
    return stopped;
  }

  it('finishes the page under way, ends well, and loses nothing', async () => {
    const { id } = await installation.request('access', '--email', email);
    const before = vendor.calls.total;
    for (const nth of [2, 5, 9]) {
      const worker = startWorker(installation.environment);
      expect(await stopAtCall(nth, worker)).toMatchObject({ code: 0, complaints: [] });
      expect((await installation.request('show', id)).status).toBe('running');
    }
    expect(vendor.calls.total).toBeGreaterThan(before);
    expect((await installation.run('worker', '--until-idle')).code).toBe(0);
    expect((await installation.request('show', id)).status).toBe('completed');
    const zip = installation.path('package.zip');
    await installation.run('request', 'export', id, '--out', zip);
    const files = await readPackage(zip);
    const truth = vendor.world.expectedRecords(email);
    for (const resource of ['contacts', 'conversations', 'messages', 'attachments'] as const) {
      const ids = recordsOf(files, 'main', resource).map((record) => record.id);
      expect(ids.sort()).toEqual(truth[resource].map((record) => String(record.id)).sort());
    }
  });

  it('ends well while it has nothing to do', async () => {
    const worker = startWorker(installation.environment);
    await worker.started;
    expect(await stopWorker(worker)).toMatchObject({ code: 0, complaints: [] });
  });
});
