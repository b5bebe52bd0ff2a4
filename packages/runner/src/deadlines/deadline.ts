import { InputError } from '../errors/runner-error.js';
import { dueDate, extendedDueDate } from './due-date.js';
import type { Regulation } from './regulation.js';

/** When a request came and when it has to be done. */
export interface Deadline {
  readonly regulation: Regulation;
  readonly receivedAt: Date;
  readonly dueAt: Date;
}

/** What is known of a deadline when a request is recorded. */
export interface GivenDeadline {
  readonly regulation: Regulation;
  /** Now, unless it came another way before. */
  readonly receivedAt?: Date;
  /** For `other` only, and necessary there. */
  readonly dueAt?: Date;
}

/** @throws InputError when the request is said to come from the future, or its due date is missing or not one's own to set. */
export function deadlineOf({ regulation, receivedAt, dueAt }: GivenDeadline, now: Date): Deadline {
  const received = receivedAt ?? now;
  if (received.getTime() > now.getTime()) throw new InputError(fromTheFuture);
  return { regulation, receivedAt: received, dueAt: dueOf(regulation, received, dueAt) };
}

function dueOf(regulation: Regulation, receivedAt: Date, dueAt: Date | undefined): Date {
  if (regulation !== 'other') {
    if (dueAt !== undefined) throw new InputError(setByLaw(regulation));
    return dueDate(regulation, receivedAt);
  }
  if (dueAt === undefined) throw new InputError(noDueDate);
  if (dueAt.getTime() <= receivedAt.getTime()) throw new InputError(dueBeforeReceipt);
  return dueAt;
}

const fromTheFuture = 'A request cannot have been received in the future. The date is read in UTC.';
const noDueDate = 'With the regulation other, name the day on which the request is due: --due 2026-12-24.';
const dueBeforeReceipt = 'The due date must be after the day on which the request was received.';

function setByLaw(regulation: Regulation): string {
  return `The deadline of ${regulation} follows from the day of receipt. For a due date of your own choose the regulation other.`;
}

/**
 * When a request is due once it is extended.
 * @throws InputError when a new due date is missing, not later, or not one's own to set.
 */
export function extendedDeadline({ regulation, receivedAt, dueAt }: Deadline, newDueAt?: Date): Date {
  if (regulation !== 'other') {
    if (newDueAt !== undefined) throw new InputError(setByLaw(regulation));
    return extendedDueDate(regulation, receivedAt);
  }
  if (newDueAt === undefined) throw new InputError(noDueDate);
  if (newDueAt.getTime() <= dueAt.getTime())
    throw new InputError('The new due date must be later than the present one.');
  return newDueAt;
}
