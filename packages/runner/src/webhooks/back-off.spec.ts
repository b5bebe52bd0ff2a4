import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOff } from './back-off.js';

const hour = 3_600_000;

describe('the pause before a webhook is tried again', () => {
  it('grows from seconds to at most an hour', () => {
    expect([1, 2, 3, 4].map((attempts) => backOff(attempts, 0, 1))).toEqual([5_000, 10_000, 20_000, 40_000]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const pause = backOff(attempts, 0, random) ?? NaN;
          expect(pause).toBeGreaterThanOrEqual(2_500);
          expect(pause).toBeLessThanOrEqual(hour);
          expect(backOff(attempts + 1, 0, random)).toBeGreaterThanOrEqual(pause);
        },
      ),
    );
  });

  it('ends after two days, and not before one', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (randoms) => {
        let [age, attempts] = [0, 1];
        for (let pause = backOff(1, 0, 1); pause !== undefined; attempts += 1) {
          age += pause;
          pause = backOff(attempts + 1, age, randoms.next().value as number);
        }
        expect(age).toBeGreaterThanOrEqual(48 * hour);
        expect(age).toBeLessThanOrEqual(49 * hour);
        expect(attempts).toBeLessThanOrEqual(120);
      }),
    );
  });
});
