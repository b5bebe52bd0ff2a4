import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownIdentifier } from './known-identifier.js';
import { searchedPerRequest } from './limits.js';
import { withinLimit } from './within-limit.js';

function known(number: number, change: Partial<KnownIdentifier> = {}): KnownIdentifier {
  const base = { kind: 'external_id', namespace: 'shop', holder: 'crm', round: 1, use: 'search' } as const;
  return { ...base, number, ...change };
}

function numbers(identifiers: readonly KnownIdentifier[], searched: readonly number[] = []) {
  return withinLimit(identifiers, new Set(searched)).map(({ number }) => number);
}

const hundred = Array.from({ length: 100 }, (_, index) => known(index + 1));

describe('withinLimit', () => {
  it('keeps what was known first, up to the limit', () => {
    expect(numbers(hundred)).toEqual(hundred.slice(0, searchedPerRequest).map(({ number }) => number));
  });

  it('leaves their places to those that were searched by before others were declared', () => {
    const searched = [98, 99, 100];
    const kept = numbers(hundred, searched);
    expect(kept).toHaveLength(searchedPerRequest);
    expect(kept).toEqual(expect.arrayContaining(searched));
  });

  it('gives no place to what is searched for nowhere', () => {
    const undeclared = hundred.map((each) => ({ ...each, namespace: null }));
    const invalid = known(101, { use: 'invalid' });
    expect(numbers([...undeclared, invalid, known(102)])).toEqual([102]);
  });

  it('never lets anybody in for one that is searched by beyond the limit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100 })), (searched) => {
        expect(numbers(hundred, searched)).toHaveLength(Math.max(searched.length, searchedPerRequest));
      }),
    );
  });
});
