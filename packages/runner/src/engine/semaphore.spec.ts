import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Semaphore } from './semaphore.js';

describe('a semaphore', () => {
  it('never lets more run than there is room for, and lets all run in the end', async () => {
    const plan = fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), plan, async (size, works) => {
        const semaphore = new Semaphore(size);
        const seen = { running: 0, most: 0, done: 0 };
        const run = ([turns, fails]: readonly [number, boolean]) =>
          semaphore.run(async () => {
            seen.running += 1;
            seen.most = Math.max(seen.most, seen.running);
            for (let count = 0; count < turns; count += 1) await turn();
            seen.running -= 1;
            seen.done += 1;
            if (fails) throw new Error('planned');
          });
        await Promise.allSettled(works.map(run));
        expect(seen.done).toBe(works.length);
        expect(seen.most).toBeLessThanOrEqual(size);
      }),
    );
  });
});
