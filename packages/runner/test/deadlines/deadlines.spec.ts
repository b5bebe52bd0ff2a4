import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keyHolder } from '../../src/access/actor.js';
import type { NewRequest } from '../../src/application/new-request.js';
import type { Requests } from '../../src/application/requests.js';
import { tokens } from '../../src/composition/tokens.js';
import { dayMilliseconds } from '../../src/deadlines/days-left.js';
import { overdueCounts } from '../../src/deadlines/overdue-counts.js';
import { ConflictError, InputError } from '../../src/errors/runner-error.js';
import { somebody, TestServices } from '../support/services.js';

let services: TestServices;
let requests: Requests;

beforeAll(async () => {
  services = await TestServices.start();
  await services.addConnection('support');
  await services.addConnection('sales');
  requests = services.requests(keyHolder('0123abcd', 'approver'));
});

beforeEach(async () => {
  await services.database.query('delete from dsr.task');
  await services.database.query('delete from dsr.identifier');
  await services.database.query('delete from dsr.subject_digest');
  await services.database.query('delete from dsr.request');
});

afterAll(() => services.close());

const access = { ...somebody, type: 'access' } as const;
const create = (change: Partial<NewRequest> = {}) => requests.create({ ...access, ...change });
const daysAgo = (days: number) => new Date(Date.now() - days * dayMilliseconds);
const reason = 'Grace Hopper left before her archive was moved to tape.';

/** The name of the error that a promise is rejected with, and what it says. */
async function refusal(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason_: unknown) => reason_,
  );
  if (error instanceof Error) return error;
  throw new Error('It was not refused.');
}

async function endRequest(id: string): Promise<void> {
  await services.database.query(
    `update dsr.request set status = 'completed', finished_at = now() where id = $1`,
    [id],
  );
}

async function rowsOf(table: 'event' | 'audit_entry', kind: string): Promise<readonly object[]> {
  const column = table === 'event' ? 'kind' : 'action';
  const { rows } = await services.database.query(`select details from dsr.${table} where ${column} = $1`, [
    kind,
  ]);
  return rows;
}

describe('the deadline of a request', () => {
  it.each([
    [{ receivedAt: new Date('2026-01-31T08:00:00Z') }, 'gdpr', '2026-02-28T08:00:00.000Z'],
    [
      { regulation: 'ccpa', receivedAt: new Date('2026-01-01T00:00:00Z') },
      'ccpa',
      '2026-02-15T00:00:00.000Z',
    ],
    [
      { regulation: 'other', dueAt: new Date('2190-12-24T23:59:59.999Z') },
      'other',
      '2190-12-24T23:59:59.999Z',
    ],
  ] as const)('follows from the law it is under: %j', async (given, regulation, dueAt) => {
    const { id } = await create(given);
    expect(await requests.show(id)).toMatchObject({ regulation, dueAt, extended: null });
  });

  it('tells the days that are left, and that none is', async () => {
    const [fresh, late] = [await create(), await create({ receivedAt: daysAgo(100) })];
    expect(fresh.daysLeft).toBeGreaterThanOrEqual(27);
    expect(fresh.overdue).toBe(false);
    expect(late.daysLeft).toBeLessThan(-60);
    expect(late.overdue).toBe(true);
    await endRequest(late.id);
    expect(await requests.show(late.id)).toMatchObject({ daysLeft: null, overdue: false });
  });

  it('takes the configured law for requests that name none', async () => {
    const californian = await TestServices.open(services.databaseUrl, { regulation: 'ccpa' });
    const view = await californian.requests().create(access);
    expect(view).toMatchObject({ regulation: 'ccpa', daysLeft: 44 });
    await californian.close();
  });

  it.each([
    [{ receivedAt: new Date(Date.now() + 60_000) }, /future/],
    [{ dueAt: new Date('2190-01-01') }, /follows from the day of receipt/],
    [{ regulation: 'other' }, /--due/],
    [{ regulation: 'other', receivedAt: daysAgo(1), dueAt: daysAgo(2) }, /after the day/],
  ] as const)('is refused when it cannot be: %j', async (given, message) => {
    const error = await refusal(create(given));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(message);
    expect(await requests.list()).toEqual([]);
  });
});

describe('an extension', () => {
  it.each([
    ['gdpr', '2026-01-31T08:00:00.000Z', '2026-02-28T08:00:00.000Z', '2026-04-30T08:00:00.000Z'],
    ['ccpa', '2026-01-01T00:00:00.000Z', '2026-02-15T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ] as const)('under %s counts from receipt', async (regulation, received, first, extended) => {
    const { id } = await create({ regulation });
    await services.database.query('update dsr.request set received_at = $2 where id = $1', [id, received]);
    const before = await requests.show(id);
    const after = await requests.extend(id, { reason: ` ${reason} ` });
    expect(after.dueAt).toBe(extended);
    expect(after.extended).toMatchObject({ firstDueAt: before.dueAt, reason });
    expect(new Date(first).getTime()).toBeLessThan(new Date(extended).getTime());
  });

  it('is told as an event and in the audit log, without the reason, which is stored sealed', async () => {
    const { id, dueAt } = await create();
    const { dueAt: extended } = await requests.extend(id, { reason });
    const events = await services.container.get(tokens.events).after(id, 0, 10);
    expect(events.at(-1)).toMatchObject({
      kind: 'deadline.extended',
      details: { from: dueAt, to: extended },
    });
    const { rows } = await services.database.query<{ actor: string; details: object }>(
      `select actor, details from dsr.audit_entry where action = 'request.extended' and details->>'request' = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor: 'key:0123abcd', details: { request: id, from: dueAt, to: extended } }]);
    const stored = await services.database.query<{ everything: string }>(
      'select request::text as everything from dsr.request where id = $1',
      [id],
    );
    expect(stored.rows[0]?.everything).not.toContain('Hopper');
    expect(stored.rows[0]?.everything).not.toContain(Buffer.from('Hopper').toString('hex'));
    expect(JSON.stringify([events, await rowsOf('audit_entry', 'request.extended')])).not.toContain('Hopper');
  });

  it('is gone with the data key of the request, all but its dates', async () => {
    const { id } = await create();
    await requests.extend(id, { reason });
    await services.database.transaction((connection) => services.keys.destroy('request', id, connection));
    expect((await requests.show(id)).extended).toMatchObject({ reason: null });
  });

  it('is possible once, also for two who ask at the same time', async () => {
    const { id } = await create();
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => requests.extend(id, { reason })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { dueAt } = await requests.show(id);
    const again = await refusal(requests.extend(id, { reason }));
    expect(again).toBeInstanceOf(ConflictError);
    expect(again.message).toMatch(/extended before, to \d{4}-\d{2}-\d{2}/);
    expect((await requests.show(id)).dueAt).toBe(dueAt);
  });

  it('is refused when it is too late, over, or without a reason, and changes nothing', async () => {
    const late = await create({ receivedAt: daysAgo(100) });
    expect((await refusal(requests.extend(late.id, { reason }))).message).toMatch(/has passed/);
    const ended = await create();
    await endRequest(ended.id);
    expect((await refusal(requests.extend(ended.id, { reason }))).message).toMatch(/ended already/);
    const open = await create();
    for (const bad of ['', ' \n ', 'x'.repeat(2001)]) {
      expect((await refusal(requests.extend(open.id, { reason: bad }))).message).toMatch(/needs a reason/);
    }
    for (const { id } of [late, ended, open]) expect((await requests.show(id)).extended).toBeNull();
  });

  it('of a deadline of one’s own needs the new one, and a law’s takes none', async () => {
    const own = await create({ regulation: 'other', dueAt: new Date('2190-01-01T00:00:00Z') });
    expect((await refusal(requests.extend(own.id, { reason }))).message).toMatch(/--due/);
    const earlier = { reason, dueAt: new Date('2189-01-01T00:00:00Z') };
    expect((await refusal(requests.extend(own.id, earlier))).message).toMatch(/later/);
    const later = await requests.extend(own.id, { reason, dueAt: new Date('2191-01-01T00:00:00Z') });
    expect(later.dueAt).toBe('2191-01-01T00:00:00.000Z');
    const legal = await create();
    const ownDate = { reason, dueAt: new Date('2190-01-01T00:00:00Z') };
    expect((await refusal(requests.extend(legal.id, ownDate))).message).toMatch(/regulation other/);
  });
});

describe('what is overdue', () => {
  it('is counted by type and law', async () => {
    const receivedAt = daysAgo(100);
    await create();
    expect(await overdueCounts(services.database, new Date())).toEqual([]);
    await create({ receivedAt });
    await create({ receivedAt });
    await create({ receivedAt, type: 'deletion', regulation: 'ccpa' });
    await endRequest((await create({ receivedAt })).id);
    expect(await overdueCounts(services.database, new Date())).toEqual([
      { type: 'access', regulation: 'gdpr', count: 2 },
      { type: 'deletion', regulation: 'ccpa', count: 1 },
    ]);
  });
});

describe('the list of requests', () => {
  it('shows those that are asked for', async () => {
    const due = (day: string) => ({ regulation: 'other', dueAt: new Date(day) }) as const;
    const soon = await create({ ...due('2190-01-01T00:00:00Z'), connections: ['support'] });
    const later = await create({ ...due('2190-02-01T00:00:00Z'), connections: ['sales'], type: 'deletion' });
    const late = await create({ receivedAt: daysAgo(100) });
    const lateButDone = await create({ receivedAt: daysAgo(100) });
    await endRequest(lateButDone.id);

    const list = async (filter: Parameters<Requests['list']>[0]) =>
      (await requests.list(filter)).map(({ id }) => id).toSorted();
    const sorted = (...views: readonly { readonly id: string }[]) => views.map(({ id }) => id).toSorted();
    expect(await list({})).toEqual(sorted(soon, later, late, lateButDone));
    expect(await list({ overdue: true })).toEqual(sorted(late));
    expect(await list({ overdue: false })).toEqual(sorted(soon, later, lateButDone));
    expect(await list({ status: 'completed' })).toEqual(sorted(lateButDone));
    expect(await list({ type: 'deletion' })).toEqual(sorted(later));
    expect(await list({ connection: 'support' })).toEqual(sorted(soon, late, lateButDone));
    expect(await list({ connection: 'nowhere' })).toEqual([]);
    expect(await list({ dueBefore: new Date('2190-02-01T00:00:00Z'), status: 'received' })).toEqual(
      sorted(soon, late),
    );
    expect(await list({ dueAfter: new Date('2190-02-01T00:00:00Z') })).toEqual(sorted(later));
    expect(await list({ dueAfter: daysAgo(0), connection: 'sales', type: 'deletion' })).toEqual(
      sorted(later),
    );
  });
});
