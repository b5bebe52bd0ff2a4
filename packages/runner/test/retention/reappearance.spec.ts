import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { tokens } from '../../src/composition/tokens.js';
import { dayMilliseconds } from '../../src/deadlines/days-left.js';
import { Monitor } from '../../src/monitoring/monitor.js';
import { carryOut } from '../support/carry-out.js';
import { beginWatching, letGo, lookAgain } from '../support/days-later.js';
import { TestServices } from '../support/services.js';
import { settleCalls } from '../support/vendor-calls.js';

const email = 'grace.hopper@example.com';
/** A vendor with the person, and the request that deleted her there, for each test. */
interface Deletion {
  readonly vendor: DriftSimulator;
  readonly request: RequestView;
}

let services: TestServices;
let deletions: readonly Deletion[] = [];
let vendor: DriftSimulator;
let used = 0;

beforeAll(async () => {
  services = await TestServices.start();
  deletions = await Promise.all(Array.from({ length: 7 }, (_, index) => deletion(`main-${index}`)));
});

afterAll(() => services.close());

async function deletion(name: string): Promise<Deletion> {
  const own = await services.startVendor(name, { subjects: [{ email, contacts: 2 }], strangers: 2 });
  const request = await carryOut(services, { type: 'deletion', connections: [name] });
  return { vendor: own, request };
}

/** Takes the next deletion, and watches for the person of that one alone. */
async function deleted(): Promise<RequestView> {
  const own = deletions[used];
  if (own?.request.status !== 'completed') throw new Error('A deletion did not complete.');
  used += 1;
  ({ vendor } = own);
  const { database } = services;
  await database.query('update dsr.reappearance set next_look_at = null, subject = null');
  const alone = 'update dsr.request set watched_at = case when id = $1 then null else finished_at end';
  await database.query(alone, [own.request.id]);
  await beginWatching(services);
  return own.request;
}

async function seen({ id }: RequestView) {
  return (await services.requests().show(id)).reappearance[0];
}

async function told({ id }: RequestView): Promise<readonly unknown[]> {
  const events = await services.container.get(tokens.events).after(id, 0, 100);
  return events.filter(({ kind }) => kind === 'subject.reappeared').map(({ details }) => details);
}

async function keysLeft({ id }: RequestView): Promise<number> {
  const { rows } = await services.database.query<{ count: number }>(
    `select count(*)::int as count from dsr.data_key join dsr.reappearance on reappearance.id::text = scope_id
     where request_id = $1 and wrapped is not null`,
    [id],
  );
  return rows[0]?.count ?? 0;
}

describe('somebody who was deleted', () => {
  it('is looked for after 7 and 30 days, and what that takes is destroyed then', async () => {
    const request = await deleted();
    expect(await lookAgain(services, 6.9)).toBe(0);
    expect(await seen(request)).toMatchObject({ lookedAt: null, finding: null });
    expect(await lookAgain(services, 7.1)).toBe(1);
    expect(await seen(request)).toMatchObject({ finding: 'none', things: 0 });
    expect(await lookAgain(services, 29.9)).toBe(0);
    expect(await keysLeft(request)).toBe(1);
    expect(await lookAgain(services, 30.1)).toBe(1);
    expect(await seen(request)).toMatchObject({ finding: 'none', nextLookAt: null });
    expect([await lookAgain(services, 400), await told(request), await keysLeft(request)]).toEqual([
      0,
      [],
      0,
    ]);
  });

  it('is reported as back when there is something newer than the deletion, and not deleted again', async () => {
    const request = await deleted();
    vendor.world.addContact({ email });
    const calls = vendor.calls.count('deletePersonalData') + vendor.calls.count('deleteContact');
    await lookAgain(services, 8);
    const [task] = await told(request);
    expect(task).toMatchObject({ finding: 'reappeared', things: 1 });
    expect(await seen(request)).toMatchObject({ finding: 'reappeared', things: 1 });
    expect(vendor.calls.count('deletePersonalData') + vendor.calls.count('deleteContact')).toBe(calls);
    expect((await services.requests().show(request.id)).status).toBe('completed');
  });

  it('was not deleted when there is something older', async () => {
    const request = await deleted();
    vendor.world.addContact({ email, createdAt: Date.now() - 100 * dayMilliseconds });
    vendor.world.addContact({ email });
    await lookAgain(services, 8);
    expect(await seen(request)).toMatchObject({ finding: 'not_deleted', things: 2 });
    const figures = await new Monitor(services.database).metrics();
    expect(figures).toContain('dsr_reappearances{finding="not_deleted"} 1');
    expect(figures).toContain('dsr_reappearances{finding="unknown"} 0');
    expect(await told(request)).toMatchObject([{ finding: 'not_deleted', things: 2 }]);
  });

  it('is looked for again when the vendor could not be asked, for three days', async () => {
    const request = await deleted();
    vendor.faults.always('findContacts', { kind: 'status', status: 401 });
    await lookAgain(services, 7.1);
    expect(await seen(request)).toMatchObject({ lookedAt: null });
    await lookAgain(services, 7.2);
    expect(await seen(request)).toMatchObject({ lookedAt: null });
    await lookAgain(services, 10.2);
    expect(await seen(request)).toMatchObject({ finding: 'not_looked', things: 0 });
    vendor.faults.clear();
    vendor.world.addContact({ email });
    await lookAgain(services, 30.1);
    expect(await seen(request)).toMatchObject({ finding: 'reappeared', nextLookAt: null });
  });

  it('is looked for once, however many workers do', async () => {
    const request = await deleted();
    vendor.world.addContact({ email });
    await Promise.all([lookAgain(services, 8), lookAgain(services, 8), lookAgain(services, 8)]);
    expect(await told(request)).toHaveLength(1);
  });

  it('is looked for with calls that the audit log counts, also of a look that fails', async () => {
    const request = await deleted();
    await settleCalls(services.database);
    vendor.faults.once('findContacts', { kind: 'status', status: 401 });
    await lookAgain(services, 7.1);
    const subject = { request: request.id, task: expect.any(String) };
    expect(await settleCalls(services.database)).toEqual([
      { actor: 'runner', details: { ...subject, counts: ['findContacts 401 1'] } },
    ]);
    await lookAgain(services, 7.2);
    expect(await settleCalls(services.database)).toEqual([
      { actor: 'runner', details: { ...subject, counts: ['findContacts 1'] } },
    ]);
  });

  it('is looked for after the request itself has expired', async () => {
    const request = await deleted();
    await letGo(services, 31);
    expect((await services.requests().show(request.id)).identifiers).toEqual([]);
    vendor.world.addContact({ email });
    await lookAgain(services, 31);
    expect(await seen(request)).toMatchObject({ finding: 'reappeared', things: 1 });
  });
});
