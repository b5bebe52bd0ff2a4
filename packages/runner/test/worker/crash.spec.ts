import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { startWorker, type WorkerProcess } from './fleet.js';

const email = 'grace.hopper@example.com';

/** Throws where nobody catches it, as a defect in the background would, when the process gets the signal. */
const defect = `process.on('SIGUSR2', () => { throw new TypeError('a defect with ${email}'); });`;

describe('a worker that crashes', () => {
  let server: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;
  const workers: WorkerProcess[] = [];

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({
      DATABASE_URL: server.url,
      DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
    });
    vendor = await startDriftSimulator({ conversations: 30, strangers: 3 });
    await installation.connect('main', vendor);
  });

  afterAll(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  function start(environment: Readonly<Record<string, string>>, ...options: string[]): WorkerProcess {
    const worker = startWorker({ ...installation.environment, ...environment }, ...options);
    workers.push(worker);
    return worker;
  }

  it('ends with an exit code that says so, and another carries its task on', async () => {
    const { id } = await installation.request('access', '--email', email);
    const preload = `--import=data:text/javascript,${encodeURIComponent(defect)}`;
    const crashing = start({ NODE_OPTIONS: preload });
    const forget = vendor.hooks.beforeAnswer(vendor.calls.total + 5, async () => {
      crashing.child.kill('SIGUSR2');
      await crashing.ended;
    });
    const { code, stderr } = await crashing.ended;
    forget();
    expect(code).toBe(1);
    expect(stderr).not.toContain(email);
    expect(stderr).not.toContain('    at ');
    expect((await installation.request('show', id)).status).toBe('running');
    const other = start({}, '--until-idle');
    const end = await other.ended;
    expect(end).toMatchObject({ code: 0, complaints: [] });
    expect(end.stdout).toContain('"taken_over"');
    expect((await installation.request('show', id)).status).toBe('completed');
  });
});
