import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDsr, type DsrEnd } from '../support/dsr.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const warning = '"level":"warn"';
let server: TestDatabase;

beforeAll(async () => {
  server = await startTestDatabase();
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** Another host: a data folder of its own with the master key that all share. */
function host(name: string, configuration: object): string {
  const home = join(folder.path, name);
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(join(home, 'config.json'), JSON.stringify(configuration));
  return home;
}

const masterKey = Buffer.alloc(32, 7).toString('base64');

function worker(home: string): Promise<DsrEnd> {
  const environment = { DSR_HOME: home, DATABASE_URL: server.url, DSR_MASTER_KEY: masterKey };
  return startDsr(['worker', '--until-idle'], environment).ended;
}

function warnings({ stderr }: DsrEnd): readonly string[] {
  const lines = stderr.split('\n').filter((line) => line.includes('"process.whole_keys"'));
  return lines.filter((line) => line.includes(warning));
}

describe('a worker on a database of its own', () => {
  it('warns that keys lie in the database whole, unless it is given a folder', async () => {
    const without = await worker(host('without', {}));
    expect({ code: without.code, warned: warnings(without).length }).toEqual({ code: 0, warned: 1 });
    const given = await worker(host('given', { retention: { keyFolder: '../parts' } }));
    expect({ code: given.code, warned: warnings(given).length }).toEqual({ code: 0, warned: 0 });
  });

  it('does not start with another folder than those that started before', async () => {
    const home = host('astray', { retention: { keyFolder: 'key-parts' } });
    const { code, stderr } = await worker(home);
    expect({ code, events: stderr.includes('worker.started') }).toEqual({ code: 7, events: false });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('have to share one folder');
  });
});
