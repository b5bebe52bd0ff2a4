import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retryAfter } from './retry-after.js';

const now = Date.UTC(2026, 0, 1);

describe('retryAfter', () => {
  it.each([
    ['5', 5000],
    [' 120 ', 120_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    [' Thu, 01 Jan 2026 00:00:30 GMT ', 30_000],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Thu Jan  1 00:00:30 2026', 30_000],
    [' Thu Jan  1 00:00:30 2026 ', 30_000],
    ['Fri Jan  1 00:00:00 2100', 86_400_000],
    ['999999999999', 86_400_000],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 86_400_000],
  ])('reads "%s"', (header, expected) => {
    expect(retryAfter(header, now)).toBe(expected);
  });

  it.each([
    null,
    '',
    '0',
    '-1',
    '1.5',
    'soon',
    '12 seconds',
    'Wed, 31 Dec 2025 00:00:00 GMT',
    'Thu, 01 Jan 2026 0:00:30 GMT',
    'Thu, 01 Jan 2026 00:00:9 GMT',
    '(after) Thu, 01 Jan 2026 00:00:30 GMT',
    'Infinity',
    '0x10',
  ])('ignores "%s"', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });

  it('is undefined or a wait of at most a day, whatever the header', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date().map(String), fc.integer().map(String)), (header) => {
        const wait = retryAfter(header, now);
        expect(wait === undefined || (wait > 0 && wait <= 86_400_000)).toBe(true);
      }),
    );
  });
});
