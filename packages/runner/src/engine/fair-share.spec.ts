import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fairShare } from './fair-share.js';

const ids: readonly string[] = ['a', 'b', 'c', 'd', 'e'];
const connectionId = fc.constantFrom(...ids);
const waiting = fc
  .array(connectionId, { maxLength: 40 })
  .map((all) => all.map((id) => ({ connectionId: id })));
const crowd = fc
  .array(fc.tuple(connectionId, fc.integer({ min: 1, max: 6 })))
  .map((entries) => new Map(entries));
const size = fc.record({
  perConnection: fc.integer({ min: 1, max: 5 }),
  total: fc.integer({ min: 1, max: 12 }),
});

function countOf(chosen: readonly { readonly connectionId: string }[], id: string): number {
  return chosen.filter((one) => one.connectionId === id).length;
}

describe('the share of each connection', () => {
  it('leaves no connection without a place, and lets in as many as there are places', () => {
    fc.assert(
      fc.property(waiting, crowd, size, (all, inside, limits) => {
        const chosen = fairShare(all, inside, limits);
        const taken = [...inside.values()].reduce((sum, count) => sum + count, 0);
        let fitting = 0;
        for (const id of ids) {
          const [here, there] = [inside.get(id) ?? 0, countOf(all, id)];
          const mine = countOf(chosen, id);
          expect(mine === 0 || here + mine <= limits.perConnection).toBe(true);
          if (here === 0 && there > 0) expect(mine).toBeGreaterThan(0);
          fitting += Math.min(there, Math.max(0, limits.perConnection - here));
        }
        expect(chosen.length).toBeGreaterThanOrEqual(Math.min(fitting, limits.total - taken));
      }),
    );
  });

  it('takes the most urgent of a connection, and of connections those with fewer places first', () => {
    fc.assert(
      fc.property(waiting, crowd, size, (all, inside, limits) => {
        const chosen = fairShare(all, inside, limits);
        for (const id of ids) {
          const own = all.filter((one) => one.connectionId === id);
          expect(chosen.filter((one) => one.connectionId === id)).toEqual(own.slice(0, countOf(chosen, id)));
          const left = own.length > countOf(chosen, id);
          const reached = (inside.get(id) ?? 0) + countOf(chosen, id);
          if (!left || reached >= limits.perConnection) continue;
          for (const other of ids.filter((each) => countOf(chosen, each) > 0)) {
            const theirs = (inside.get(other) ?? 0) + countOf(chosen, other);
            expect(theirs).toBeLessThanOrEqual(reached + 1);
          }
        }
      }),
    );
  });
});
