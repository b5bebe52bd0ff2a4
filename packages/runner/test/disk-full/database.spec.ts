import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import pg from 'pg';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';

const email = 'grace.hopper@example.com';

/** PostgreSQL refuses as it does when it cannot extend a file; a sequence counts, for it outlives the refusal. */
const fillDisk = `
  create sequence refusals;
  create function refuse() returns trigger language plpgsql as $$
    begin
      perform nextval('refusals');
      raise exception 'could not extend file' using errcode = '53100';
    end $$;
  create trigger refuse before insert on dsr.record for each row execute function refuse();
  create trigger refuse before insert on dsr.request for each row execute function refuse();`;
const makeRoom = `drop function refuse cascade`;

describe('a database without room', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let installation: Installation;
  let vendor: DriftSimulator;
  let id: string;

  beforeAll(async () => {
    database = await startTestDatabase();
    installation = new Installation({ DATABASE_URL: database.url });
    vendor = await startDriftSimulator({
      subjects: [{ email, contacts: 2, conversations: 3, messagesPerConversation: 20 }],
    });
    await installation.connect('main', vendor);
    ({ id } = await installation.request('access', '--email', email));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(fillDisk);
  });

  afterAll(async () => {
    await client.end();
    await vendor.close();
    installation.remove();
    await database.stop();
  });

  async function until(sql: string): Promise<void> {
    for (;;) {
      const { rows } = await client.query<{ done: boolean }>(`select ${sql} as done`);
      if (rows[0]?.done === true) return;
      await sleep(50);
    }
  }

  it('refuses what is new, and says what to do', async () => {
    const end = await installation.run('request', 'access', '--email', email);
    expect(end.code).toBe(6);
    expect(end.stderr).toBe('The database has no room left: free disk space and try again.\n');
  });

  it('is waited for by a worker, which loses nothing', async () => {
    const worker = installation.start('worker');
    await until(`(select last_value from refusals) > 3`);
    expect(worker.child.exitCode).toBeNull();
    expect((await installation.request('show', id)).status).not.toBe('failed');
    await client.query(makeRoom);
    await until(`exists (select from dsr.request where id = '${id}' and finished_at is not null)`);
    worker.child.kill('SIGTERM');
    expect((await worker.ended).code).toBe(0);

    expect((await installation.request('show', id)).status).toBe('completed');
    const zip = installation.path('package.zip');
    await installation.run('request', 'export', id, '--out', zip);
    const files = await readPackage(zip);
    const truth = vendor.world.expectedRecords(email);
    for (const resource of ['contacts', 'conversations', 'messages'] as const) {
      const ids = recordsOf(files, 'main', resource).map((record) => record.id);
      expect(ids.sort()).toEqual(truth[resource].map((record) => String(record.id)).sort());
    }
  });
});
