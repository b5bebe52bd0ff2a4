import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { carryOut } from '../support/carry-out.js';
import { beginWatching, letGo, lookAgain } from '../support/days-later.js';
import { never } from '../support/never.js';
import { TestServices } from '../support/services.js';

const emails = ['grace.hopper@example.com', 'g.hopper@example.com'] as const;
let vendors = 0;
let services: TestServices;
let vendor: DriftSimulator;
let connections: readonly string[];

beforeAll(async () => {
  services = await TestServices.start();
});

beforeEach(async () => {
  const subjects = emails.map((email) => ({ email, conversations: 2 }));
  const name = `main-${(vendors += 1)}`;
  vendor = await services.startVendor(name, { subjects, conversations: 6, strangers: 1 });
  connections = [name];
});

afterAll(() => services.close());

const show = (id: string) => services.requests().show(id);

/** A deletion of both addresses, of which the vendor refuses one. */
async function halfDeleted(): Promise<RequestView> {
  vendor.faults.once('deletePersonalData', { kind: 'status', status: 403 });
  const request = await carryOut(services, { type: 'deletion', emails, connections });
  const words = request.tasks.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome));
  expect([request.status, new Set(words)]).toEqual(['incomplete', new Set(['blocked', 'deleted'])]);
  return request;
}

/** Its plan is another one now, and has to be approved once more. */
async function carryOn(id: string): Promise<void> {
  const requests = services.requests();
  await requests.retry(id);
  expect((await requests.wait(id, () => undefined, never)).status).toBe('awaiting_approval');
  await requests.approve(id, null);
  expect((await requests.wait(id, () => undefined, never)).status).toBe('completed');
}

describe('a deletion that was carried on', () => {
  it('is judged by its last sending', async () => {
    const { id } = await halfDeleted();
    await beginWatching(services);
    const [first] = (await show(id)).reappearance;
    const between = Date.now();
    await carryOn(id);
    await beginWatching(services);
    expect((await show(id)).reappearance).toMatchObject([{ lookedAt: null }]);
    expect((await show(id)).reappearance[0]?.deletedAt).not.toBe(first?.deletedAt);

    vendor.world.addContact({ email: emails[0], createdAt: between });
    await lookAgain(services, 8);
    expect((await show(id)).reappearance).toMatchObject([{ finding: 'not_deleted', things: 1 }]);
  });

  it('takes all that its runs found out of the scan index, and counts what each took', async () => {
    const entries = async () => {
      const sql = `select from dsr.scan_entry join dsr.connection on connection.id = connection_id where name = any($1)`;
      return (await services.database.query(sql, [connections])).rowCount;
    };
    await carryOut(services, { emails, connections });
    const all = await entries();
    const { id } = await halfDeleted();
    await letGo(services, 0);
    expect((await show(id)).retention.purged).toMatchObject({ requests: 1, indexEntries: 0 });
    await carryOn(id);
    await letGo(services, 0);
    expect((await show(id)).retention.purged).toMatchObject({ requests: 1, indexEntries: 4 });
    expect(await entries()).toBe(all - 4);
    const { rows } = await services.database.query<{ whole: boolean }>(
      `select whole_at is not null as whole from dsr.scan join dsr.connection on connection.id = connection_id
       where name = any($1)`,
      [connections],
    );
    expect(rows).toEqual([{ whole: false }]);
  });

  it('is looked for anew although the last look was over', async () => {
    const { id } = await halfDeleted();
    await beginWatching(services);
    await lookAgain(services, 31);
    await lookAgain(services, 31);
    expect((await show(id)).reappearance).toMatchObject([{ nextLookAt: null }]);
    await carryOn(id);
    await beginWatching(services);
    const [watch] = (await show(id)).reappearance;
    expect(watch).toMatchObject({ finding: null, lookedAt: null });
    expect(watch?.nextLookAt).not.toBeNull();
    vendor.world.addContact({ email: emails[1] });
    await lookAgain(services, 8);
    expect((await show(id)).reappearance).toMatchObject([{ finding: 'reappeared', things: 1 }]);
  });

  it('changes nothing for connections that were not asked again', async () => {
    const name = 'other';
    await services.startVendor(name, { subjects: [{ email: emails[0] }], strangers: 1 });
    connections = [name, ...connections];
    const { id } = await halfDeleted();
    await beginWatching(services);
    const watchOf = async () => (await show(id)).reappearance.find(({ connection }) => connection === name);
    const before = await watchOf();
    await carryOn(id);
    await beginWatching(services);
    expect(await watchOf()).toEqual(before);
  });
});
