import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LeakyBucket } from './leaky-bucket.js';

describe('LeakyBucket', () => {
  it('accepts the burst, refuses the next, and accepts exactly what has drained', () => {
    let now = 0;
    const bucket = new LeakyBucket({ capacity: 3, leakPerSecond: 4, now: () => now });
    expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, true, false]);
    now = 249;
    expect(bucket.take()).toBe(false);
    now = 250;
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
    now = 10_000;
    expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, true, false]);
    expect([bucket.accepted, bucket.refused]).toEqual([7, 4]);
  });

  it('says when the next request fits', () => {
    let now = 0;
    const bucket = new LeakyBucket({ capacity: 1, leakPerSecond: 0.5, now: () => now });
    expect(bucket.secondsUntilFree()).toBe(0);
    bucket.take();
    expect(bucket.secondsUntilFree()).toBe(2);
    now = 1500;
    expect(bucket.secondsUntilFree()).toBe(0.5);
  });

  it('is not filled by a clock that is set back', () => {
    let now = 5000;
    const bucket = new LeakyBucket({ capacity: 1, leakPerSecond: 1, now: () => now });
    bucket.take();
    now = 0;
    expect(bucket.take()).toBe(false);
    now = 1000;
    expect(bucket.take()).toBe(true);
  });

  it('never accepts more than the capacity plus what drained, in any stretch of time', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 80 });
    const capacity = fc.integer({ min: 1, max: 8 });
    const leak = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(waits, capacity, leak, (steps, size, leakPerSecond) => {
        const accepted = acceptedAt(steps, { capacity: size, leakPerSecond });
        for (const [first, from] of accepted.entries()) {
          for (const [last, to] of accepted.entries()) {
            if (last < first) continue;
            expect(last - first + 1).toBeLessThanOrEqual(size + ((to - from) / 1000) * leakPerSecond + 1e-6);
          }
        }
      }),
    );
  });

  it('goes on with other limits, as full as it was', () => {
    let now = 0;
    const bucket = new LeakyBucket({ capacity: 2, leakPerSecond: 2, now: () => now });
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, false]);
    bucket.become({ capacity: 1, leakPerSecond: 1 });
    now = 1_000;
    expect(bucket.take()).toBe(false);
    now = 2_000;
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
    bucket.become({ capacity: 2, leakPerSecond: 2 });
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
  });
});

function acceptedAt(
  steps: readonly number[],
  limits: { capacity: number; leakPerSecond: number },
): readonly number[] {
  let now = 0;
  const bucket = new LeakyBucket({ ...limits, now: () => now });
  return steps.flatMap((step) => {
    now += step;
    return bucket.take() ? [now] : [];
  });
}
