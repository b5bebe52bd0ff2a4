import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, Pulse } from './pulse.js';

const at = (milliseconds: number) => ({ wall: milliseconds, steady: milliseconds });

describe('the pulse of a process', () => {
  it('tells all that is under way when signs of life were missing for too long, and only then', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 1 }), (pauses) => {
        const pulse = new Pulse();
        let now = 0;
        pulse.felt(at(now));
        for (const pause of pauses) {
          const { present } = pulse;
          now += pause;
          pulse.felt(at(now));
          expect(present.aborted).toBe(pause >= 5_000);
          expect(pulse.present.aborted).toBe(false);
        }
      }),
    );
  });

  it('tells so too when the connection broke', () => {
    const pulse = new Pulse();
    const { present } = pulse;
    pulse.missed();
    expect(present.aborted).toBe(true);
    expect(present.reason).toMatchObject({ code: 'cancelled' });
  });

  it('is felt for a while, by the slower of two clocks', () => {
    const pulse = new Pulse();
    const now = instant();
    pulse.felt(now);
    expect(pulse.isAlive).toBe(true);
    pulse.felt({ ...now, wall: now.wall - 6_000 });
    expect(pulse.isAlive).toBe(false);
  });
});
