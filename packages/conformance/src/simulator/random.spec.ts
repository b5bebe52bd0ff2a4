import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRandom } from './random.js';

describe('createRandom', () => {
  it('repeats itself for the same parts and differs for others', () => {
    const sequence = (...parts: (string | number)[]) => {
      const random = createRandom(...parts);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(sequence(1, 'a')).toEqual(sequence(1, 'a'));
    expect(sequence(1, 'a')).not.toEqual(sequence(2, 'a'));
    expect(sequence(1, 'a')).not.toEqual(sequence(1, 'b'));
  });

  it('stays inside the range and reaches both of its ends', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 3 }),
        (seed, lowest, span) => {
          const random = createRandom(seed);
          const drawn = new Set(Array.from({ length: 200 }, () => random.integer(lowest, lowest + span)));
          expect(Math.min(...drawn)).toBe(lowest);
          expect(Math.max(...drawn)).toBe(lowest + span);
        },
      ),
    );
  });

  it('has nothing to pick from an empty list', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});
