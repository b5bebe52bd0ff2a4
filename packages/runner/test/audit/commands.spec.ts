import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lazyOpeners } from '../../src/cli/openers.js';
import { Database } from '../../src/store/database.js';
import { run } from '../cli/run.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { tamper } from './tamper.js';

describe('an installation without a worker', () => {
  const folder = temporaryFolder();
  const keptFile = join(folder.path, 'audit', 'checkpoints.jws');
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await startTestDatabase();
    database = await Database.open(server.url);
  });

  afterAll(async () => {
    await database.close();
    await server.stop();
    folder.remove();
  });

  async function dsr(...args: readonly string[]): Promise<void> {
    const environment = { DSR_HOME: folder.path, DATABASE_URL: server.url };
    const { exitCode, stderr } = await run(args, { openers: lazyOpeners, environment });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  }

  async function checkpoints(): Promise<number> {
    return (await database.query('select from dsr.audit_checkpoint')).rowCount;
  }

  const addEntry = () => dsr('keys', 'create', '--role', 'auditor');

  it('has its audit log signed by the commands that add to it, an hour apart', async () => {
    await dsr('audit', 'list');
    expect([await checkpoints(), existsSync(keptFile)]).toEqual([0, false]);
    await addEntry();
    expect(await checkpoints()).toBe(1);
    expect(readFileSync(keptFile, 'utf8').trim().split('\n')).toHaveLength(1);
    await addEntry();
    expect(await checkpoints()).toBe(1);
    await tamper(database, `update dsr.audit_checkpoint set at = at - interval '61 minutes'`);
    await dsr('audit', 'list');
    expect(await checkpoints()).toBe(1);
    await addEntry();
    expect(await checkpoints()).toBe(2);
    expect(readFileSync(keptFile, 'utf8').trim().split('\n')).toHaveLength(2);
    await dsr('audit', 'verify');
  });
});
