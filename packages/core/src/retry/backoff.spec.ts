import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backoffCeiling, jitteredBackoff } from './backoff.js';
import { RetryQuota } from './quota.js';

const backoff = { baseMs: 500, capMs: 20_000 };

describe('backoff', () => {
  it('doubles up to its cap', () => {
    expect([1, 2, 3, 6, 7, 50].map((attempt) => backoffCeiling(attempt, backoff))).toEqual([
      500, 1000, 2000, 16_000, 20_000, 20_000,
    ]);
  });

  it('jitters by as much as chance says', () => {
    expect([0, 0.25, 0.5].map((chance) => jitteredBackoff(2, backoff, () => chance))).toEqual([0, 250, 500]);
  });

  it('jitters between nothing and the ceiling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, chance) => {
          const pause = jitteredBackoff(attempt, backoff, () => chance);
          expect(pause).toBeGreaterThanOrEqual(0);
          expect(pause).toBeLessThan(backoffCeiling(attempt, backoff));
        },
      ),
    );
  });
});

describe('RetryQuota', () => {
  it('allows twenty retries, or ten after time-outs', () => {
    const answers = new RetryQuota();
    const timeouts = new RetryQuota();
    expect(Array.from({ length: 25 }, () => answers.take('answer')).filter(Boolean)).toHaveLength(20);
    expect(Array.from({ length: 25 }, () => timeouts.take('timeout')).filter(Boolean)).toHaveLength(10);
  });

  it('grows back with successes, never above its start', () => {
    const quota = new RetryQuota();
    for (let count = 0; count < 500; count += 1) quota.succeeded();
    for (let count = 0; count < 20; count += 1) quota.take('answer');
    for (let count = 0; count < 4; count += 1) quota.succeeded();
    expect(quota.take('answer')).toBe(false);
    quota.succeeded();
    expect(quota.take('answer')).toBe(true);
  });
});
