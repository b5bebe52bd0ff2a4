import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { tokens } from '../../src/composition/tokens.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { TestServices } from '../support/services.js';
import { carryOut, connect, dayMilliseconds, letGo, never } from './places.js';

const emails = ['grace.hopper@example.com', 'g.hopper@example.com'] as const;
const vendors: DriftSimulator[] = [];
let server: TestDatabase;
let services: TestServices;
let vendor: DriftSimulator;
let connections: readonly string[];

beforeAll(async () => {
  server = await startTestDatabase();
  services = await TestServices.open(server.url);
});

beforeEach(async () => {
  const subjects = emails.map((email) => ({ email, conversations: 2 }));
  vendor = await startDriftSimulator({ subjects, conversations: 6, strangers: 1 });
  vendors.push(vendor);
  connections = [`main-${vendors.length}`];
  await connect(services, connections[0] ?? '', vendor);
});

afterAll(async () => {
  await services.container.get(tokens.engine).close();
  await services.close();
  for (const each of vendors) await each.close();
  await server.stop();
});

const show = (id: string) => services.requests().show(id);
const beginWatching = () => services.container.get(tokens.watching).beginDue(never);
const look = (days: number) =>
  services.container.get(tokens.looking).lookDue(new Date(Date.now() + days * dayMilliseconds), never);

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
    await beginWatching();
    const [first] = (await show(id)).reappearance;
    const between = Date.now();
    await carryOn(id);
    await beginWatching();
    expect((await show(id)).reappearance).toMatchObject([{ lookedAt: null }]);
    expect((await show(id)).reappearance[0]?.deletedAt).not.toBe(first?.deletedAt);

    vendor.world.addContact({ email: emails[0], createdAt: between });
    await look(8);
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
    await beginWatching();
    await look(31);
    await look(31);
    expect((await show(id)).reappearance).toMatchObject([{ nextLookAt: null }]);
    await carryOn(id);
    await beginWatching();
    const [watch] = (await show(id)).reappearance;
    expect(watch).toMatchObject({ finding: null, lookedAt: null });
    expect(watch?.nextLookAt).not.toBeNull();
    vendor.world.addContact({ email: emails[1] });
    await look(8);
    expect((await show(id)).reappearance).toMatchObject([{ finding: 'reappeared', things: 1 }]);
  });

  it('changes nothing for connections that were not asked again', async () => {
    const other = await startDriftSimulator({ subjects: [{ email: emails[0] }], strangers: 1 });
    vendors.push(other);
    const name = `other-${vendors.length}`;
    await connect(services, name, other);
    connections = [name, ...connections];
    const { id } = await halfDeleted();
    await beginWatching();
    const watchOf = async () => (await show(id)).reappearance.find(({ connection }) => connection === name);
    const before = await watchOf();
    await carryOn(id);
    await beginWatching();
    expect(await watchOf()).toEqual(before);
  });
});
