import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { carryOut } from '../support/carry-out.js';
import { beginWatching, letGo, lookAgain } from '../support/days-later.js';
import { TestServices } from '../support/services.js';

const email = 'grace.hopper@example.com';
const connections = ['main'];
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  services = await TestServices.start();
  vendor = await services.startVendor('main', {
    subjects: [{ email, conversations: 2 }],
    conversations: 2,
    strangers: 2,
  });
});

afterAll(() => services.close());

const show = (id: string) => services.requests().show(id);

/** Changes one bit of what is sealed there. */
async function damage(table: string, column: string, where: string, id: string): Promise<void> {
  const { rowCount } = await services.database.query(
    `update dsr.${table} set ${column} = set_byte(${column}, 20, get_byte(${column}, 20) # 1) where ${where}`,
    [id],
  );
  expect(rowCount).toBeGreaterThan(0);
}

/** Adds the person at the vendor, and has her deleted there. */
async function deleted(): Promise<string> {
  vendor.world.addContact({ email });
  const { id, status } = await carryOut(services, { type: 'deletion', connections });
  expect(status).toBe('completed');
  return id;
}

async function lookedFor(id: string): Promise<readonly unknown[]> {
  const sql = `select details->>'finding' as finding from dsr.audit_entry
    where action = 'subject.looked_for' and details->>'request' = $1`;
  return (await services.database.query<{ finding: string }>(sql, [id])).rows.map(({ finding }) => finding);
}

/** The event by which whoever runs the installation hears of it, once. */
function expectTold(request: string, outcome: string): void {
  expect(services.loggedOf('vault.damaged', request)).toMatchObject([
    { level: 'error', task: expect.any(String) as unknown, outcome },
  ]);
}

const ofRequest = 'task_id in (select id from dsr.task where request_id = $1)';

describe('whom to look for again, damaged', () => {
  it('is told once, and keeps nobody else from being looked for', async () => {
    const [damaged, whole] = [await deleted(), await deleted()];
    await beginWatching(services);
    await damage('reappearance', 'subject', 'request_id = $1', damaged);
    expect(await lookAgain(services, 8)).toBe(2);
    const ended = { finding: 'not_looked', things: 0, nextLookAt: null };
    expect((await show(damaged)).reappearance).toMatchObject([ended]);
    expect((await show(whole)).reappearance).toMatchObject([{ finding: 'none' }]);
    expect(await lookAgain(services, 8)).toBe(0);
    expect(await lookAgain(services, 31)).toBe(1);
    expect(await lookedFor(damaged)).toEqual(['not_looked']);
    expectTold(damaged, 'not_looked');
    expect(services.loggedOf('vault.damaged', whole)).toEqual([]);
  });

  it('is told once where it is damaged before, and keeps nobody else from being watched', async () => {
    const damaged = await deleted();
    await damage('identifier', 'content', 'request_id = $1', damaged);
    const whole = await deleted();
    await beginWatching(services);
    await beginWatching(services);
    const ended = { finding: 'not_looked', things: 0, nextLookAt: null };
    expect((await show(damaged)).reappearance).toMatchObject([ended]);
    expect((await show(whole)).reappearance).toMatchObject([{ finding: null, lookedAt: null }]);
    expect(await lookedFor(damaged)).toEqual(['not_looked']);
    expectTold(damaged, 'not_looked');
    expect(services.loggedOf('vault.damaged', whole)).toEqual([]);
  });
});

describe('what a deletion found, damaged', () => {
  it('keeps neither its own purge nor those of others from being done', async () => {
    const damaged = await deleted();
    await damage('thing', 'content', ofRequest, damaged);
    const whole = await deleted();
    await letGo(services, 0);
    for (const id of [damaged, whole]) expect((await show(id)).retention.purged).not.toBeNull();
    expectTold(damaged, 'not_purged');
    expect(services.loggedOf('vault.damaged', whole)).toEqual([]);
  });
});

describe('what is shown of a request', () => {
  it('leaves out a reason of a hold, or a plan, that was damaged', async () => {
    const plan = { type: 'deletion', approved: false, connections } as const;
    vendor.world.addContact({ email });
    const { id, tasks } = await carryOut(services, plan);
    expect(tasks[0]?.plan).not.toBeNull();
    await services.requests().hold(id, 'Complaint 22.');
    await damage('legal_hold', 'reason', 'request_id = $1', id);
    await damage('task', 'plan', 'request_id = $1', id);
    const shown = (await services.requests().list()).find((request) => request.id === id);
    expect(shown?.retention.hold).toMatchObject({ placedBy: 'cli', reason: null });
    expect(shown?.tasks).toMatchObject([{ status: 'awaiting_approval', plan: null }]);
  });
});
