import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LeakyBucketBudget } from '../src/rate-limit/index.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const never = new AbortController().signal;
const limit = { requestsPerSecond: 10, burst: 5 };
const budgetOf = (burst = limit.burst) => new LeakyBucketBudget({ limits: [{ ...limit, burst }], share: 1 });

/** Lets so many requests through and returns the requests a second that this amounts to. */
async function paceOf(budget: LeakyBucketBudget, count: number): Promise<number> {
  const start = performance.now();
  const all = Promise.all(Array.from({ length: count }, () => budget.acquire(never)));
  await jest.runAllTimersAsync();
  await all;
  return (1000 * count) / (performance.now() - start);
}

/** A budget at a tenth of its pace, as after many refusals. */
async function slowed(burst: number): Promise<LeakyBucketBudget> {
  const budget = budgetOf(burst);
  for (let refusals = 0; refusals < 10; refusals += 1) {
    budget.throttled();
    await jest.advanceTimersByTimeAsync(5000);
  }
  budget.throttled();
  return budget;
}

function recover(budget: LeakyBucketBudget): void {
  for (let answers = 0; answers < 200; answers += 1) budget.succeeded();
}

describe('a budget that is refused', () => {
  it('slows down', async () => {
    const budget = budgetOf();
    budget.throttled();
    expect(await paceOf(budget, 70)).toBeCloseTo(7, 0);
  });

  it('sends nothing of what it had saved', async () => {
    const budget = budgetOf();
    await jest.advanceTimersByTimeAsync(60_000);
    budget.throttled();
    expect(await paceOf(budget, 7)).toBeCloseTo(7, 0);
  });

  it('slows down once for all requests that were under way', async () => {
    const budget = budgetOf();
    await paceOf(budget, 8);
    for (let answers = 0; answers < 8; answers += 1) budget.throttled();
    expect(await paceOf(budget, 70)).toBeCloseTo(7, 0);
  });

  it('slows down again for a request sent since', async () => {
    const budget = budgetOf();
    await paceOf(budget, 4);
    budget.throttled();
    for (let answers = 0; answers < 3; answers += 1) budget.succeeded();
    await paceOf(budget, 1);
    budget.throttled();
    expect(await paceOf(budget, 50)).toBeCloseTo(5, 0);
  });

  it('sends one request a second, still, when all others were refused', async () => {
    expect(await paceOf(await slowed(1), 20)).toBeCloseTo(1, 1);
  });
});

describe('a budget with room', () => {
  it('lets a request through at once, without a timer', async () => {
    const budget = budgetOf();
    await jest.advanceTimersByTimeAsync(60_000);
    for (let sent = 0; sent < 5; sent += 1) await budget.acquire(never);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('lets nobody overtake those who wait since it had none', async () => {
    const budget = await slowed(1);
    const order: string[] = [];
    const waiting = budget.acquire(never).then(() => order.push('first'));
    recover(budget);
    await jest.advanceTimersByTimeAsync(500);
    const late = budget.acquire(never).then(() => order.push('second'));
    await jest.runAllTimersAsync();
    await Promise.all([waiting, late]);
    expect(order).toEqual(['first', 'second']);
  });

  it('keeps what those who wait do not need', async () => {
    const budget = await slowed(5);
    const waiting = budget.acquire(never);
    recover(budget);
    await jest.advanceTimersByTimeAsync(1000);
    await waiting;
    for (let sent = 0; sent < 4; sent += 1) await budget.acquire(never);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('what a vendor leaves out', () => {
  const names = { limit: 'x-limit', remaining: 'x-remaining', reset: 'x-reset', resetIn: 'seconds' as const };
  const windows = () => new LeakyBucketBudget({ limits: [{ requests: 100, seconds: 10, headers: names }] });

  it.each([new Headers({ 'x-remaining': '0' }), undefined])('changes no pace (%#)', async (answer) => {
    const budget = windows();
    budget.throttled(answer);
    for (let answers = 0; answers < 100; answers += 1) budget.succeeded(answer);
    expect(await paceOf(budget, 50)).toBeCloseTo(7.5, 0);
  });
});
