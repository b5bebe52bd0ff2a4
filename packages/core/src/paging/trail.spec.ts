import { describe, expect, it } from '@jest/globals';
import { VendorContractError } from '../errors/index.js';
import fc from 'fast-check';
import { follow, type Trail } from './trail.js';

function walk(places: Iterable<string>): Trail | null {
  let trail: Trail | null = null;
  for (const place of places) trail = follow(trail, place, 'listMessages');
  return trail;
}

describe('the trail of a listing', () => {
  it('accepts any sequence of different places', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 200 }), (places) => {
        expect(walk(places)?.place).toBe(places.at(-1));
      }),
    );
  });

  it('notices the same place at once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (places) => {
        const last = places.at(-1)!;
        expect(() => follow(walk(places), last, 'listMessages')).toThrow(VendorContractError);
      }),
    );
  });

  it('says which listing runs in circles', () => {
    const back = () => follow(walk(['one', 'two']), 'two', 'listMessages');
    expect(back).toThrow('The pages of a listing lead back to a page that was already read.');
    expect(back).toThrow(expect.objectContaining({ place: { operation: 'listMessages' } }));
  });

  it('notices a circle of any length after any approach', () => {
    const lengths = fc.record({ approach: fc.nat(60), circle: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(lengths, ({ approach, circle }) => {
        function* places() {
          for (let step = 0; step < 1000; step += 1) {
            yield `place ${step < approach ? step : approach + ((step - approach) % circle)}`;
          }
        }
        expect(() => walk(places())).toThrow(VendorContractError);
      }),
    );
  });
});
