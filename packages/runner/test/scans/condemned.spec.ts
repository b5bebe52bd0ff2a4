import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { startWorker, type WorkerProcess } from '../worker/fleet.js';

const people = ['ada', 'grace', 'joan'].map((name) => `${name}@example.com`);

describe('a page of a shared scan that kills its readers', () => {
  let server: TestDatabase;
  let database: Database;
  let installation: Installation;
  let vendor: DriftSimulator;
  let worker: WorkerProcess | undefined;
  const ids: string[] = [];

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({
      DATABASE_URL: server.url,
      DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
    });
    const subjects = people.map((email) => ({ email, conversations: 1 }));
    vendor = await startDriftSimulator({ conversations: 10, strangers: 3, subjects });
    await installation.connect('main', vendor);
    database = await Database.open(server.url);
    for (const email of people) ids.push((await installation.request('access', '--email', email)).id);
  });

  afterAll(async () => {
    worker?.child.kill('SIGKILL');
    await worker?.ended;
    await database.close();
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  /** Workers one after the other, until one comes to its end. @returns how many died. */
  async function work(): Promise<number> {
    for (let deaths = 0; ; deaths += 1) {
      worker = startWorker(installation.environment, '--until-idle');
      if ((await worker.ended).code === 0) return deaths;
      // Nobody would renew it, so this changes nothing but the time that the test takes.
      await database.query('update dsr.scan set lease_until = now() where lease_until is not null');
    }
  }

  it('ends the scan once, with a reason that everybody shows who waits for it', async () => {
    const forget = vendor.hooks.beforeAnswer('listConversations', () => {
      worker?.child.kill('SIGKILL');
    });
    const deaths = await work();
    forget();
    for (const id of ids) {
      const { status, tasks } = await installation.request('show', id);
      expect(status).toBe('incomplete');
      expect(tasks[0]?.error).toMatchObject({ code: 'dead_letter' });
      expect(tasks[0]?.error?.message).toContain(`died ${deaths} times in a row`);
    }
    const { rows } = await database.query(
      "select details->>'resource' as resource from dsr.audit_entry where action = 'scan.dead_letter'",
    );
    expect(rows).toEqual([{ resource: 'conversations' }]);
  });

  it('is read again once a person says that the cause is mended', async () => {
    for (const id of ids) await installation.request('retry', id);
    expect(await work()).toBe(0);
    for (const id of ids) expect((await installation.request('show', id)).status).toBe('completed');
  });
});
