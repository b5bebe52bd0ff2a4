import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { WindowLimit } from '../src/index.js';
import { LeakyBucketBudget } from '../src/rate-limit/index.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const never = new AbortController().signal;
const none = new Headers();
const names = {
  limit: 'x-ratelimit-limit',
  remaining: 'x-ratelimit-remaining',
  reset: 'x-ratelimit-reset',
} as const;

/** Times, in milliseconds, at which `count` requests by so many workers were let through. */
async function sent(budget: LeakyBucketBudget, count: number, workers = 1): Promise<number[]> {
  const times: number[] = [];
  const work = async () => {
    while (times.length < count) {
      await budget.acquire(never);
      times.push(performance.now());
    }
  };
  const all = Promise.all(Array.from({ length: workers }, work));
  await jest.runAllTimersAsync();
  await all;
  return times;
}

/** The most requests in any window, wherever it begins. */
function fullest(times: readonly number[], seconds: number): number {
  const counts = times.map((start) => times.filter((time) => time >= start && time < start + seconds * 1000));
  return Math.max(...counts.map((inside) => inside.length));
}

const burst = fc.record({ requests: fc.integer({ min: 1, max: 40 }), seconds: fc.constant(1) });
const steady = fc.record({ requests: fc.integer({ min: 1, max: 300 }), seconds: fc.constant(60) });

describe('a budget below windows', () => {
  it('fits both of two windows at once, wherever they begin', async () => {
    await fc.assert(
      fc.asyncProperty(burst, steady, fc.integer({ min: 1, max: 6 }), async (first, second, workers) => {
        const budget = new LeakyBucketBudget({ limits: [first, second] });
        const times = await sent(budget, 50, workers);
        await jest.advanceTimersByTimeAsync(90_000);
        times.push(...(await sent(budget, 100, workers)));
        expect(fullest(times, first.seconds)).toBeLessThanOrEqual(Math.max(1, first.requests));
        expect(fullest(times, second.seconds)).toBeLessThanOrEqual(Math.max(1, second.requests));
      }),
      { numRuns: 40 },
    );
  });

  it('uses the share of the slower window in a long run', async () => {
    const limits = [
      { requests: 10, seconds: 1 },
      { requests: 150, seconds: 60 },
    ];
    const times = await sent(new LeakyBucketBudget({ limits }), 600);
    const perMinute = 600 / ((times.at(-1)! - times[0]!) / 60_000);
    expect(perMinute).toBeGreaterThan(150 * 0.75 * 0.95);
    expect(perMinute).toBeLessThanOrEqual(150);
  });

  it('needs a limit', () => {
    expect(() => new LeakyBucketBudget({ limits: [] })).toThrow('at least one limit');
  });
});

describe('what a vendor says of its window', () => {
  const limit: WindowLimit = { requests: 100, seconds: 10, headers: { ...names, resetIn: 'epoch_seconds' } };
  const said = (requests: number, remaining: number, reset: number) =>
    new Headers({
      [names.limit]: String(requests),
      [names.remaining]: String(remaining),
      [names.reset]: String(reset),
    });
  const inSeconds = (seconds: number) => Math.ceil(Date.now() / 1000) + seconds;

  it.each([
    [20, 1.5],
    [400, 30],
  ])('replaces the declared figure (%i requests)', async (requests, perSecond) => {
    const budget = new LeakyBucketBudget({ limits: [limit] });
    budget.succeeded(said(requests, requests, inSeconds(10)));
    const times = await sent(budget, 300);
    const rate = 200 / ((times.at(-1)! - times.at(-201)!) / 1000);
    expect(rate / perSecond).toBeCloseTo(1, 1);
  });

  it('holds calls back until the next window when this one is used up', async () => {
    const budget = new LeakyBucketBudget({ limits: [limit] });
    await jest.advanceTimersByTimeAsync(60_000);
    budget.succeeded(said(100, 0, inSeconds(8)));
    const start = performance.now();
    const [first] = await sent(budget, 1);
    expect(first! - start).toBeGreaterThanOrEqual(7_900);
    expect(first! - start).toBeLessThan(10_100);
  });

  it('counts seconds from now where the vendor does', async () => {
    const seconds = { ...limit, headers: { ...names, resetIn: 'seconds' as const } };
    const budget = new LeakyBucketBudget({ limits: [seconds] });
    budget.throttled(said(100, 0, 5));
    const start = performance.now();
    const [first] = await sent(budget, 1);
    expect(first! - start).toBeGreaterThanOrEqual(4_900);
  });

  it('never holds back for longer than the window, whatever the clocks say', async () => {
    const budget = new LeakyBucketBudget({ limits: [limit] });
    budget.succeeded(said(100, 0, inSeconds(86_400)));
    const start = performance.now();
    const [first] = await sent(budget, 1);
    expect(first! - start).toBeLessThan(11_000);
  });

  it('leaves to others what they have used already', async () => {
    const budget = new LeakyBucketBudget({ limits: [limit] });
    await jest.advanceTimersByTimeAsync(60_000);
    budget.succeeded(said(100, 1, inSeconds(5)));
    const start = performance.now();
    const times = await sent(budget, 3);
    expect(times.filter((time) => time === start)).toHaveLength(1);
  });

  it.each([
    [none],
    [new Headers({ [names.limit]: 'many', [names.remaining]: '', [names.reset]: 'soon' })],
    [said(0, 50, 0)],
  ])('changes nothing when it cannot be read (%#)', async (headers) => {
    const plain = await sent(new LeakyBucketBudget({ limits: [limit] }), 50);
    const told = new LeakyBucketBudget({ limits: [limit] });
    told.succeeded(headers);
    const times = await sent(told, 50);
    expect(times.at(-1)! - times[0]!).toBeCloseTo(plain.at(-1)! - plain[0]!, 0);
  });

  it('reads the first number of a header with several', async () => {
    const budget = new LeakyBucketBudget({ limits: [limit] });
    const headers = new Headers({
      [names.limit]: '20, 20;w=10',
      [names.remaining]: '20',
      [names.reset]: '1',
    });
    budget.succeeded(headers);
    const times = await sent(budget, 60);
    expect(40 / ((times.at(-1)! - times.at(-41)!) / 1000)).toBeCloseTo(1.5, 1);
  });
});
