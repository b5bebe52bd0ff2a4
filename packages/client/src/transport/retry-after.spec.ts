import { describe, expect, it } from '@jest/globals';
import { retryAfterSeconds } from './retry-after.js';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('Retry-After', () => {
  it.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['0', 0],
    ['120', 120],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
  ])('%s means %s seconds', (told, seconds) => {
    const headers = told === undefined ? {} : { 'retry-after': told };
    expect(retryAfterSeconds(new Response(null, { headers }), now)).toBe(seconds);
  });
});
