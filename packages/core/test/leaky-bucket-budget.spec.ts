import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { LeakyBucketLimit } from '../src/index.js';
import { LeakyBucketBudget } from '../src/rate-limit/index.js';
import { LeakyBucket } from './support/leaky-bucket.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const never = new AbortController().signal;
const now = () => performance.now();

/** Sends `count` requests one after the other; each is answered at once. */
async function work(budget: LeakyBucketBudget, vendor: LeakyBucket, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    await budget.acquire(never);
    if (vendor.arrive(now())) budget.succeeded();
    else budget.throttled();
  }
}

/** Lets simulated time pass until the work is done. */
async function finished<T>(underWay: Promise<T>): Promise<T> {
  await jest.runAllTimersAsync();
  return underWay;
}

const limits = fc.record({
  requestsPerSecond: fc.double({ min: 0.2, max: 200, noNaN: true }),
  burst: fc.integer({ min: 1, max: 60 }),
});
const phases = fc.array(
  fc.record({
    workers: fc.integer({ min: 1, max: 20 }),
    each: fc.integer({ min: 1, max: 8 }),
    idleMs: fc.integer({ min: 0, max: 60_000 }),
    restart: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('LeakyBucketBudget', () => {
  it('never makes the declared bucket overflow: not by concurrency, nor idling, nor restarting', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits,
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        phases,
        async (limit, share, plan) => {
          const vendor = new LeakyBucket(limit);
          let budget = new LeakyBucketBudget({ limits: [limit], share });
          for (const { workers, each, idleMs, restart } of plan) {
            if (restart) budget = new LeakyBucketBudget({ limits: [limit], share });
            await finished(Promise.all(Array.from({ length: workers }, () => work(budget, vendor, each))));
            await jest.advanceTimersByTimeAsync(idleMs);
          }
          expect(vendor.refused).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each<LeakyBucketLimit>([
    { requestsPerSecond: 5, burst: 10 },
    { requestsPerSecond: 50, burst: 2 },
    { requestsPerSecond: 40, burst: 1 },
    { requestsPerSecond: 0.5, burst: 1 },
  ])('uses at least 95 %% of its share in a long run (%j)', async (limit) => {
    const start = now();
    await finished(work(new LeakyBucketBudget({ limits: [limit] }), new LeakyBucket(limit), 500));
    const achieved = 500 / ((now() - start) / 1000);
    expect(achieved / (limit.requestsPerSecond * 0.75)).toBeGreaterThan(0.95);
    expect(achieved / (limit.requestsPerSecond * 0.75)).toBeLessThanOrEqual(1.0001);
  });

  it('starts empty', async () => {
    const limit = { requestsPerSecond: 1, burst: 100 };
    const start = now();
    await finished(new LeakyBucketBudget({ limits: [limit], share: 1 }).acquire(never));
    expect(now() - start).toBeGreaterThanOrEqual(1000);
  });

  it('finds the pace of a vendor half as fast as declared, with few refusals', async () => {
    const vendor = new LeakyBucket({ requestsPerSecond: 5, burst: 10 });
    const budget = new LeakyBucketBudget({ limits: [{ requestsPerSecond: 10, burst: 20 }] });
    const start = now();
    while (vendor.accepted < 2000)
      await finished(Promise.all(Array.from({ length: 4 }, () => work(budget, vendor, 5))));
    const seconds = (now() - start) / 1000;
    expect(vendor.refused / vendor.accepted).toBeLessThan(0.03);
    expect(vendor.accepted / seconds).toBeGreaterThan(5 * 0.75);
  });

  it('serves in order of arrival', async () => {
    const budget = new LeakyBucketBudget({ limits: [{ requestsPerSecond: 10, burst: 1 }] });
    const order: number[] = [];
    await finished(
      Promise.all([1, 2, 3, 4].map((each) => budget.acquire(never).then(() => order.push(each)))),
    );
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('gives the place of a caller who left to the next', async () => {
    const budget = new LeakyBucketBudget({ limits: [{ requestsPerSecond: 1, burst: 1 }], share: 1 });
    const leaving = new AbortController();
    const times: Promise<number>[] = [];
    times.push(budget.acquire(never).then(now));
    const left = budget.acquire(leaving.signal);
    times.push(budget.acquire(never).then(now));
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const [first, second] = await finished(Promise.all(times));
    expect(second! - first!).toBe(1000);
  });

  it('leaves no timer behind when everybody left, and takes nothing from who comes aborted', async () => {
    const budget = new LeakyBucketBudget({ limits: [{ requestsPerSecond: 1, burst: 1 }] });
    await expect(budget.acquire(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    const leaving = new AbortController();
    const left = budget.acquire(leaving.signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(jest.getTimerCount()).toBe(0);
  });
});
