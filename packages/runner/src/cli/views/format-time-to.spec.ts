import { describe, expect, it } from '@jest/globals';
import { formatTimeTo } from './format.js';

describe('the time to go', () => {
  it.each([
    ['2026-03-02T10:00:00.000Z', '1m'],
    ['2026-03-02T09:00:00.000Z', '1m'],
    ['2026-03-02T10:04:01.000Z', '5m'],
    ['2026-03-02T11:30:00.000Z', '2h'],
    ['2026-03-03T09:01:00.000Z', '1d'],
    ['2026-03-05T10:00:00.000Z', '3d'],
  ])('to %s is %s', (iso, text) => {
    expect(formatTimeTo(iso, new Date('2026-03-02T10:00:00.000Z'))).toBe(text);
  });
});
