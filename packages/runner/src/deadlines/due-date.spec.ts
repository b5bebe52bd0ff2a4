import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayMilliseconds, daysLeft } from './days-left.js';
import { dueDate, extendedDueDate } from './due-date.js';

const receipt = fc.date({
  min: new Date('2016-01-01T00:00:00Z'),
  max: new Date('2100-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
const timeOfDay = (date: Date) => date.toISOString().slice(11);

/** The last day of the month that begins `months` after that of `date`. */
function lastDayOf(date: Date, months: number): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
}

describe('the due date', () => {
  it.each([
    ['2026-11-22T13:00:00.000Z', '2026-12-22T13:00:00.000Z', '2027-02-22T13:00:00.000Z'],
    ['2026-01-31T08:00:00.000Z', '2026-02-28T08:00:00.000Z', '2026-04-30T08:00:00.000Z'],
    ['2028-01-30T08:00:00.000Z', '2028-02-29T08:00:00.000Z', '2028-04-30T08:00:00.000Z'],
    ['2027-11-30T08:00:00.000Z', '2027-12-30T08:00:00.000Z', '2028-02-29T08:00:00.000Z'],
    ['2026-12-31T23:59:59.000Z', '2027-01-31T23:59:59.000Z', '2027-03-31T23:59:59.000Z'],
  ])('of a request under the GDPR that came at %s is %s, and extended %s', (received, due, extended) => {
    expect(dueDate('gdpr', new Date(received)).toISOString()).toBe(due);
    expect(extendedDueDate('gdpr', new Date(received)).toISOString()).toBe(extended);
  });

  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-02-15T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['2028-01-31T12:00:00.000Z', '2028-03-16T12:00:00.000Z', '2028-04-30T12:00:00.000Z'],
  ])('of a request under the CCPA that came at %s is %s, and extended %s', (received, due, extended) => {
    expect(dueDate('ccpa', new Date(received)).toISOString()).toBe(due);
    expect(extendedDueDate('ccpa', new Date(received)).toISOString()).toBe(extended);
  });

  it('under the GDPR is on the same day of a later month, or on its last one', () => {
    fc.assert(
      fc.property(receipt, (received) => {
        for (const [due, months] of [
          [dueDate('gdpr', received), 1],
          [extendedDueDate('gdpr', received), 3],
        ] as const) {
          expect(monthOf(due)).toBe(monthOf(received) + months);
          expect(due.getUTCDate()).toBe(Math.min(received.getUTCDate(), lastDayOf(received, months)));
          expect(timeOfDay(due)).toBe(timeOfDay(received));
        }
      }),
    );
  });

  it('never comes earlier for who asks later', () => {
    fc.assert(
      fc.property(receipt, fc.nat(400 * dayMilliseconds), (first, milliseconds) => {
        const second = new Date(first.getTime() + milliseconds);
        for (const regulation of ['gdpr', 'ccpa'] as const) {
          expect(dueDate(regulation, second) >= dueDate(regulation, first)).toBe(true);
          expect(extendedDueDate(regulation, second) >= extendedDueDate(regulation, first)).toBe(true);
          expect(extendedDueDate(regulation, first) > dueDate(regulation, first)).toBe(true);
        }
      }),
    );
  });

  it('leaves the days that the law gives, whatever the months and clocks between', () => {
    fc.assert(
      fc.property(receipt, (received) => {
        expect(daysLeft(dueDate('ccpa', received), received)).toBe(45);
        expect(daysLeft(extendedDueDate('ccpa', received), received)).toBe(90);
        const month = daysLeft(dueDate('gdpr', received), received);
        expect(month).toBeGreaterThanOrEqual(28);
        expect(month).toBeLessThanOrEqual(31);
      }),
    );
  });
});

describe('the days left', () => {
  it('are negative exactly when the deadline has passed', () => {
    fc.assert(
      fc.property(receipt, receipt, (due, now) => {
        expect(daysLeft(due, now) < 0).toBe(now > due);
      }),
    );
  });

  it.each([
    ['2026-12-24T12:00:00.000Z', '2026-12-21T12:00:00.000Z', 3],
    ['2026-12-24T12:00:00.000Z', '2026-12-23T12:00:00.001Z', 0],
    ['2026-12-24T12:00:00.000Z', '2026-12-24T12:00:00.000Z', 0],
    ['2026-12-24T12:00:00.000Z', '2026-12-24T12:00:00.001Z', -1],
    ['2026-12-24T12:00:00.000Z', '2026-12-25T12:00:00.001Z', -2],
    // Clocks in Europe go back one hour between the two.
    ['2026-10-26T00:00:00.000Z', '2026-10-24T00:00:00.000Z', 2],
  ])('until %s are at %s: %d', (due, now, days) => {
    expect(daysLeft(new Date(due), new Date(now))).toBe(days);
  });
});
