import { describe, expect, it } from '@jest/globals';
import { dueDate } from './due-date.js';

describe('the due date', () => {
  it.each([
    ['2026-11-22T13:00:00.000Z', '2026-12-22T13:00:00.000Z'],
    ['2026-01-31T08:00:00.000Z', '2026-02-28T08:00:00.000Z'],
    ['2028-01-30T08:00:00.000Z', '2028-02-29T08:00:00.000Z'],
    ['2026-12-31T23:59:59.000Z', '2027-01-31T23:59:59.000Z'],
  ])('of a request received at %s is %s', (received, due) => {
    expect(dueDate(new Date(received)).toISOString()).toBe(due);
  });
});
