import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRateLimit, parseRateLimits } from './parse-rate-limit.mjs';

describe('a limit class in words', () => {
  it('is one of leaky buckets and windows, for the connection unless it says otherwise', () => {
    expect(parseRateLimit('all:bucket=2.5/10')).toEqual({
      name: 'all',
      limits: [{ requestsPerSecond: 2.5, burst: 10 }],
      per: 'connection',
    });
    expect(parseRateLimit('XS:window=1/1:window=15/60:operation')).toEqual({
      name: 'XS',
      limits: [
        { requests: 1, seconds: 1 },
        { requests: 15, seconds: 60 },
      ],
      per: 'operation',
    });
  });

  it('reads all figures that let a call through', () => {
    const figure = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(figure, figure, (requests, seconds) => {
        expect(parseRateLimit(`a:window=${requests}/${seconds}`).limits).toEqual([{ requests, seconds }]);
      }),
    );
  });

  it.each([
    'all',
    'all:',
    'all:5/10',
    'all:bucket=5',
    'all:bucket=-1/2',
    'a b:bucket=1/1',
    'all:operation',
    '',
  ])('is refused as %j, with what could be said', (text) => {
    expect(() => parseRateLimit(text)).toThrow(/is no limit class: write name:bucket=.*, as in all:bucket=5/);
  });

  it.each(['all:bucket=0/1', 'all:bucket=1/0.5', 'all:window=0/1', 'all:window=1/0'])(
    'is refused as %s, which lets no call through',
    (text) => {
      expect(() => parseRateLimit(text)).toThrow('The limit class all lets no call through');
    },
  );

  it('is refused twice by the same name', () => {
    expect(() => parseRateLimits(['a:bucket=1/1', 'b:bucket=1/1', 'a:bucket=2/2'])).toThrow(
      'There are two limit classes named a',
    );
  });
});
