import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { defaultShare, LeakyBucketBudget } from '@privacy-connectors/core/rate-limit';
import { pace } from './pace.mjs';

const limit = { requestsPerSecond: 10, burst: 1 };
const seconds = 100;

describe('the pace that the pages tell', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Permits in a hundred seconds to a caller who always wants the next one. */
  async function permits(budget) {
    const leave = new AbortController();
    let count = 0;
    const caller = (async () => {
      for (;;) {
        await budget.acquire(leave.signal);
        count += 1;
      }
    })();
    await jest.advanceTimersByTimeAsync(seconds * 1000);
    leave.abort();
    await expect(caller).rejects.toBe(leave.signal.reason);
    return count;
  }

  it('is what core keeps, before and after a 429', async () => {
    const full = limit.requestsPerSecond * defaultShare * seconds;
    const budget = new LeakyBucketBudget({ limits: [limit] });
    const before = await permits(budget);
    budget.throttled();
    const after = await permits(budget);
    expect(before / full).toBeCloseTo(1, 1);
    expect(after / (full * pace.cut)).toBeCloseTo(1, 1);
  });
});
