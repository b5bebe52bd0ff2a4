import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DatabaseClock } from './database-clock.js';

const way = fc.double({ min: 0.1, max: 200, noNaN: true });
const answers = fc.array(fc.record({ there: way, back: way, after: way }), { minLength: 1, maxLength: 20 });

describe('the clock of the database', () => {
  it('is known as well as by the quickest answer', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: -1e6, max: 1e12, noNaN: true }), (trips, ahead) => {
        const clock = new DatabaseClock();
        let now = 0;
        for (const { there, back, after } of trips) {
          clock.heard(now + there + ahead, now, now + there + back);
          now += there + back + after;
        }
        const quickest = Math.min(...trips.map(({ there, back }) => there + back));
        expect(Math.abs(clock.when(now + ahead) - now)).toBeLessThanOrEqual(
          quickest / 2 + now * 0.001 + 0.01,
        );
      }),
    );
  });

  it.each([60_000, -60_000])('is learned anew when it was set by %i ms', (step) => {
    const clock = new DatabaseClock();
    clock.heard(1_000, 0, 2);
    clock.heard(1_100 + step, 100, 110);
    expect(Math.abs(clock.when(1_100 + step) - 105)).toBeLessThanOrEqual(5);
  });
});
