import { mkdir, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { carryOut } from '../support/carry-out.js';
import { TestServices } from '../support/services.js';
import { until } from '../worker/until.js';

let services: TestServices;
let request: string;

beforeAll(async () => {
  services = await TestServices.start();
  await services.startVendor('main', { strangers: 1 });
  request = (await carryOut(services, { connections: ['main'] })).id;
});

afterAll(() => services.close());

async function packageEntries(): Promise<readonly string[]> {
  const sql = `select action from dsr.audit_entry where action like 'package.%' order by seq`;
  return (await services.database.query<{ action: string }>(sql)).rows.map(({ action }) => action);
}

/** Exports to `file`, and does `work` when the package is complete and only the log keeps it from being handed over. */
async function exported(file: string, work: () => Promise<void>): Promise<unknown> {
  const begun: Promise<unknown>[] = [];
  await services.database.transaction(async (connection) => {
    await connection.query('lock table dsr.audit_entry in exclusive mode');
    begun.push(services.database.apart(() => services.requests().export(request, file)));
    const waiting = `select from pg_locks where not granted and relation = 'dsr.audit_entry'::regclass`;
    const isOver = begun[0]!.then(
      () => true,
      () => true,
    );
    const waits = async () => (await services.database.query(waiting)).rowCount > 0;
    await Promise.race([isOver, services.database.apart(() => until(waits))]);
    await work();
  });
  return begun[0];
}

/** Puts a folder where a file is to go. */
async function occupy(file: string): Promise<void> {
  await mkdir(`${file}/occupied`, { recursive: true });
}

describe('a package that is exported to a file', () => {
  it('is not there before the log says so', async () => {
    const home = `${services.home}/first`;
    await mkdir(home);
    await exported(`${home}/package.zip`, async () => {
      expect(await readdir(home)).toEqual([expect.stringMatching(/partial$/)]);
    });
    expect(await readdir(home)).toEqual(['package.zip']);
    expect(await packageEntries()).toEqual(['package.exported']);
  });

  it('is told not to be there when it could not be moved to its place', async () => {
    const file = `${services.home}/second/package.zip`;
    await mkdir(`${services.home}/second`);
    await expect(exported(file, () => occupy(file))).rejects.toThrow();
    expect(await readdir(`${services.home}/second`)).toEqual(['package.zip']);
    expect((await packageEntries()).slice(1)).toEqual(['package.exported', 'package.not_placed']);
  });
});
