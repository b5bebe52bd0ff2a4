import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RateLimit } from '@privacy-connectors/core';
import { defaultShare, paceOf } from '@privacy-connectors/core/rate-limit';
import type { SharedBudget } from '../../src/budgets/shared-budget.js';
import { withUrgency, type CallUrgency } from '../../src/budgets/urgency.js';
import { DatabaseError } from '../../src/errors/runner-error.js';
import { never } from '../support/never.js';
import { excess, openLaboratory, type Laboratory } from './laboratory.js';

const none = new Headers();
const fast = { requestsPerSecond: 200, burst: 40 };
const names = { limit: 'x-limit', remaining: 'x-remaining', reset: 'x-reset', resetIn: 'seconds' } as const;
const said = (limit: number, remaining: number, reset: number) =>
  new Headers({ 'x-limit': String(limit), 'x-remaining': String(remaining), 'x-reset': String(reset) });

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
});
afterAll(() => laboratory.close());

/** Sends `count` requests, one after the other; the vendor answers each at once with 200. */
async function send(budget: SharedBudget, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    await budget.acquire(never);
    times.push(performance.now());
    budget.succeeded(none);
  }
  return times;
}

function processes(connection: string, limits: readonly RateLimit[], count: number) {
  return Promise.all(Array.from({ length: count }, () => laboratory.process(connection, limits)));
}

describe('a budget that processes share', () => {
  it.each<[RateLimit, number, number]>([
    [fast, 1, 4],
    [fast, 4, 4],
    [{ requestsPerSecond: 100, burst: 10 }, 3, 1],
    [{ requestsPerSecond: 40, burst: 1 }, 4, 2],
    [{ requests: 100, seconds: 1 }, 4, 3],
    [{ requests: 10, seconds: 1 }, 2, 2],
  ])('keeps to the share of %j with %i processes of %i callers', async (limit, count, callers) => {
    const budgets = await processes(await laboratory.connection(), [limit], count);
    const share = paceOf(limit, defaultShare);
    const each = Math.ceil((share.perSecond * 1.5) / (count * callers));
    const lines = budgets.flatMap((budget) => Array.from({ length: callers }, () => send(budget, each)));
    const times = (await Promise.all(lines)).flat();
    // Half of what the share leaves of a limit is for lateness where there is no burst; timers take the 5 ms.
    const size = Math.max(share.size, 1 + (1 - defaultShare) / 2 + share.perSecond * 0.005);
    expect(excess(times, { ...share, size })).toBeLessThanOrEqual(1e-6);
  });

  it('fits all limits of a class at once', async () => {
    const limits = [
      { requestsPerSecond: 200, burst: 4 },
      { requests: 60, seconds: 1 },
    ];
    const budgets = await processes(await laboratory.connection(), limits, 3);
    const times = (await Promise.all(budgets.map((budget) => send(budget, 25)))).flat();
    for (const limit of limits) expect(excess(times, paceOf(limit, defaultShare))).toBeLessThanOrEqual(1e-6);
  });

  it('asks the database once per batch', async () => {
    const connection = await laboratory.connection();
    const [budget] = await processes(connection, [fast], 1);
    await send(budget!, 8);
    const before = await laboratory.changes(connection);
    await send(budget!, 110);
    expect((await laboratory.changes(connection)) - before).toBeLessThanOrEqual(30);
  });

  it('does not lease ahead where the vendor wants one request at a time', async () => {
    const connection = await laboratory.connection();
    const [budget] = await processes(connection, [{ requestsPerSecond: 100, burst: 1 }], 1);
    const before = await laboratory.changes(connection);
    await send(budget!, 10);
    expect((await laboratory.changes(connection)) - before).toBeGreaterThanOrEqual(10);
  });

  it('loses what a process holds that dies, and nothing else', async () => {
    const connection = await laboratory.connection();
    const [dying, living] = await processes(connection, [fast], 2);
    const given = Array.from({ length: 20 }, () => new AbortController());
    const lost = given.map((caller) => dying!.acquire(caller.signal).catch(() => 'gone'));
    await expect(lost[0]).resolves.toBeUndefined();
    for (const caller of given) caller.abort(new Error('gone'));
    await Promise.all(lost);
    expect(await send(living!, 30)).toHaveLength(30);
  });

  it('serves the most urgent caller with the next permit, whoever leased it', async () => {
    const [budget] = await processes(await laboratory.connection(), [{ requestsPerSecond: 20, burst: 1 }], 1);
    const served: string[] = [];
    const call = (name: string, due: number, kind: CallUrgency['kind']) =>
      withUrgency({ dueAt: new Date(due), receivedAt: new Date(0), kind }, async () => {
        await budget!.acquire(never);
        served.push(name);
      });
    const late = [call('scan', 1, 'scan'), call('late', 3, 'read')];
    await Promise.all([...late, call('soon', 1, 'read'), call('later', 4, 'read'), call('next', 2, 'read')]);
    expect(served).toEqual(['soon', 'scan', 'next', 'late', 'later']);
  });

  it('tells who waits that the database is gone, and goes on when it is back', async () => {
    const [budget] = await processes(await laboratory.connection(), [fast], 1);
    await send(budget!, 1);
    await laboratory.database.query('alter table dsr.rate_budget rename to hidden');
    try {
      const waiting = [send(budget!, 30), send(budget!, 30)];
      const ends = await Promise.allSettled(waiting);
      const reasons = ends.map((end) => (end.status === 'rejected' ? (end.reason as unknown) : undefined));
      expect(reasons.every((reason) => reason instanceof DatabaseError)).toBe(true);
    } finally {
      await laboratory.database.query('alter table dsr.hidden rename to rate_budget');
    }
    expect(await send(budget!, 5)).toHaveLength(5);
  });

  it('rejects a caller who gave up before, and takes nothing', async () => {
    const connection = await laboratory.connection();
    const [budget] = await processes(connection, [fast], 1);
    await expect(budget!.acquire(AbortSignal.abort(new Error('gave up')))).rejects.toThrow('gave up');
    expect(await laboratory.row(connection)).toBeUndefined();
  });
});

describe('what is learned of a vendor', () => {
  it('is a cut, once for all that was under way in all processes, and a slow recovery', async () => {
    const connection = await laboratory.connection();
    const [one, other] = await processes(connection, [fast], 2);
    await Promise.all([send(one!, 3), send(other!, 3)]);
    const calls = Array.from({ length: 4 }, () => [one!.acquire(never), other!.acquire(never)]).flat();
    await Promise.all(calls);
    for (let count = 0; count < 4; count += 1) {
      one!.throttled(none);
      other!.throttled(none);
    }
    await Promise.all([send(one!, 1), send(other!, 1)]);
    const { factor, cuts, cut_at } = await laboratory.row(connection);
    expect(cuts).toBe(1);
    expect(factor).toBeGreaterThanOrEqual(0.7);
    expect(factor).toBeLessThan(0.75);
    expect(cut_at).toBeInstanceOf(Date);
    await Promise.all([send(one!, 50), send(other!, 50)]);
    const recovered = await laboratory.row(connection);
    expect(recovered.cuts).toBe(1);
    expect(recovered.factor).toBeGreaterThan(factor + 0.3 * 0.95);
  });

  it('is told at once, though nobody waits, and kept for processes to come', async () => {
    const connection = await laboratory.connection();
    const [one] = await processes(connection, [fast], 1);
    await one!.acquire(never);
    one!.throttled(none);
    await expect(laboratory.eventually(connection, ({ cuts }) => cuts === 1)).resolves.toBeDefined();
    const [later] = await processes(connection, [fast], 1);
    await send(later!, 1);
    expect((await laboratory.row(connection)).factor).toBeCloseTo(0.7, 1);
  });

  it('is cut again for what was sent since', async () => {
    const connection = await laboratory.connection();
    const [one, other] = await processes(connection, [fast], 2);
    for (const budget of [one!, other!]) {
      await send(other!, 1);
      await budget.acquire(never);
      budget.throttled(none);
      await send(budget, 1);
    }
    expect((await laboratory.row(connection)).cuts).toBe(2);
  });

  it('never slows a connection below a tenth', async () => {
    const connection = await laboratory.connection();
    const [budget] = await processes(connection, [{ requestsPerSecond: 2000, burst: 1000 }], 1);
    for (let count = 1; count <= 10; count += 1) {
      await budget!.acquire(never);
      budget!.throttled(none);
      await laboratory.eventually(connection, ({ cuts }) => cuts === count);
    }
    expect((await laboratory.row(connection)).factor).toBeCloseTo(0.1);
  });

  it('voids the permits of all: a used-up window holds every process back until the next one', async () => {
    const limit = { requests: 100, seconds: 1, headers: names };
    const connection = await laboratory.connection();
    const [one, other] = await processes(connection, [limit], 2);
    await Promise.all([send(one!, 2), send(other!, 2)]);
    await one!.acquire(never);
    const toldAt = performance.now();
    one!.succeeded(said(100, 0, 1));
    const [first] = await send(one!, 1);
    expect(first! - toldAt).toBeGreaterThanOrEqual(900);
    const times = await send(other!, 10);
    // What it had leased before is one batch; the rest waits.
    expect(times.filter((time) => time - toldAt < 900).length).toBeLessThanOrEqual(10);
    expect(times.at(-1)! - toldAt).toBeGreaterThanOrEqual(900);
  });

  it('is the limit that the vendor tells, for all processes', async () => {
    const limit = { requests: 1000, seconds: 1, headers: names };
    const connection = await laboratory.connection();
    const [one, other] = await processes(connection, [limit], 2);
    await Promise.all([send(one!, 1), send(other!, 1)]);
    await one!.acquire(never);
    one!.succeeded(said(40, 40, 1));
    await send(one!, 12);
    const { limits, declared, per_second } = await laboratory.row(connection);
    expect([limits, declared]).toEqual([[{ ...limit, requests: 40 }], [limit]]);
    expect(per_second).toBeCloseTo(30);
    const times = await send(other!, 60);
    expect(times.at(-1)! - times.at(-31)!).toBeGreaterThanOrEqual(900);
  });

  it('begins anew when other limits are declared', async () => {
    const connection = await laboratory.connection();
    const [before] = await processes(connection, [fast], 1);
    await before!.acquire(never);
    before!.throttled(none);
    await laboratory.eventually(connection, ({ cuts }) => cuts === 1);
    const [after] = await processes(connection, [{ requestsPerSecond: 400, burst: 40 }], 1);
    await send(after!, 1);
    expect(await laboratory.row(connection)).toMatchObject({ factor: 1, per_second: 300 });
  });

  it('counts the requests that were sent', async () => {
    const connection = await laboratory.connection();
    const [budget] = await processes(connection, [fast], 1);
    await send(budget!, 40);
    await budget!.acquire(never);
    budget!.throttled(none);
    await expect(laboratory.eventually(connection, ({ requests }) => requests === 41)).resolves.toBeDefined();
  });
});
