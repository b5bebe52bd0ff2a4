import { dayMilliseconds } from './days-left.js';
import type { Regulation } from './regulation.js';

/** A law with deadlines of its own. */
export type DatedRegulation = Exclude<Regulation, 'other'>;

const ccpaDays = 45;

/**
 * The legal deadline of a request, by the clock of UTC to the same time of the day. It is never later than the law allows.
 * @see GDPR, Article 12(3); CCPA, Cal. Civ. Code § 1798.130(a)(2)(A)
 */
export function dueDate(regulation: DatedRegulation, receivedAt: Date): Date {
  return regulation === 'gdpr' ? monthsLater(receivedAt, 1) : daysLater(receivedAt, ccpaDays);
}

/** The deadline once it was extended; both laws count the whole period from receipt. */
export function extendedDueDate(regulation: DatedRegulation, receivedAt: Date): Date {
  return regulation === 'gdpr' ? monthsLater(receivedAt, 3) : daysLater(receivedAt, 2 * ccpaDays);
}

/**
 * The same day of the month or, where there is none, its last day.
 * @see Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c)
 */
function monthsLater(start: Date, months: number): Date {
  const later = new Date(start);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return later;
}

function daysLater(start: Date, days: number): Date {
  return new Date(start.getTime() + days * dayMilliseconds);
}
