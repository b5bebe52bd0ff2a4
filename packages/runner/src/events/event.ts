/**
 * What an event tells. `request.expired`: what it found was destroyed. `subject.reappeared`: somebody who was deleted was found
 * again. `task.changed`: a task got another status. `request.resumed`: one that had ended is carried on.
 * `deadline.reminder`: the deadline is near. `task.dead_letter`: a task needs a person.
 */
export const eventKinds = [
  'request.received',
  'request.approved',
  'request.cancelled',
  'request.finished',
  'request.resumed',
  'request.expired',
  'subject.reappeared',
  'task.changed',
  'task.dead_letter',
  'plan.ready',
  'deadline.extended',
  'deadline.reminder',
  'deadline.overdue',
] as const;

/** One of them. */
export type EventKind = (typeof eventKinds)[number];

/** Ids, counts, words, dates and names of connections; never a personal value or free text from a vendor or a person. */
export type EventDetails = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** An event to be told. */
export interface NewEvent {
  readonly requestId: string;
  readonly kind: EventKind;
  readonly details: EventDetails;
}

/** Something that happened to a request. */
export interface RequestEvent extends NewEvent {
  /** Its place among all events, ascending from 1: what came before it stays before it for every reader. */
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
}
