import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOf, startOf } from './parse-time.js';

describe('a date that a person gives', () => {
  it.each([
    ['2026-11-01', '2026-11-01T00:00:00.000Z', '2026-11-01T23:59:59.999Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z', '2028-02-29T23:59:59.999Z'],
    ['2026-11-01T09:30Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01T00:30:00+02:00', '2026-10-31T22:30:00.000Z', '2026-10-31T22:30:00.000Z'],
  ])('%s begins at %s and ends at %s', (text, start, end) => {
    expect(startOf(text)?.toISOString()).toBe(start);
    expect(endOf(text)?.toISOString()).toBe(end);
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '01.11.2026',
    '2026-11-01T25:00Z',
    '2026-11-01T10:00',
    '2026-11-01 10:00Z',
    '2026-11-01T10:00+25:00',
    '+012026-11-01',
    ' 2026-11-01',
  ])('%p is none', (text) => {
    expect(startOf(text)).toBeUndefined();
    expect(endOf(text)).toBeUndefined();
  });

  it('is read back as it was written, and is nothing but a date for any other text', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        expect(startOf(date.toISOString())).toEqual(date);
        const text = date.toISOString().slice(0, 10);
        expect(startOf(text)?.toISOString()).toBe(`${text}T00:00:00.000Z`);
        expect(endOf(text)?.toISOString()).toBe(`${text}T23:59:59.999Z`);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(startOf(text) === undefined || /^\d{4}-\d{2}-\d{2}/.test(text)).toBe(true);
      }),
    );
  });
});
