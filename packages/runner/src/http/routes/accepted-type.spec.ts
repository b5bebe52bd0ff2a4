import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptedType } from './accepted-type.js';

const offered = ['application/json', 'application/jose', 'text/html'] as const;

describe('the media type that an Accept header wants', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/pdf', 'application/json'],
    ['application/jose', 'application/jose'],
    ['APPLICATION/JOSE', 'application/jose'],
    ['text/*', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/html;q=0.5, application/json', 'application/json'],
    ['text/html;q=0.5,application/jose;q=0.6', 'application/jose'],
    ['*/*, application/jose', 'application/jose'],
    ['application/json;q=0, */*;q=0.1', 'application/jose'],
    ['text/html;level=1;q=0.2, application/jose; q=0.3', 'application/jose'],
  ])('of %p is %s', (header, type) => {
    expect(acceptedType(header, offered)).toBe(type);
  });

  it('is the one of the highest quality, in whatever order they stand', () => {
    const qualities = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 3 });
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    fc.assert(
      fc.property(qualities, order, (wanted, places) => {
        const header = places.map((place) => `${offered[place]!};q=${wanted[place]! / 1000}`).join(', ');
        expect(acceptedType(header, offered)).toBe(offered[wanted.indexOf(Math.max(...wanted))]);
      }),
    );
  });

  it('is always one on offer', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(offered).toContain(acceptedType(header, offered));
      }),
    );
  });
});
