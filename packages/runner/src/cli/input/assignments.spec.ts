import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../errors/runner-error.js';
import { parseAssignments } from './assignments.js';

const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('='));

describe('parseAssignments', () => {
  it('gives back every name with its value, also names that objects are born with', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.oneof(name, fc.constant('__proto__')), fc.string()), {
          selector: ([key]) => key,
        }),
        (pairs) => {
          const settings = parseAssignments(
            '--set',
            pairs.map(([key, value]) => `${key}=${value}`),
          );
          expect(Object.entries(settings).sort()).toEqual([...pairs].sort());
        },
      ),
    );
  });

  it('accepts each name once', () => {
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (key, first, second) => {
        expect(() => parseAssignments('--set', [`${key}=${first}`, `${key}=${second}`])).toThrow(InputError);
      }),
    );
  });
});
