import type { ErrorDescription } from '../errors/index.js';
import type { Json } from './json.js';

/** The vendor, or a later look, says it is gone. `remark`: what else the look found, without personal values. @public */
export interface Deleted {
  readonly outcome: 'deleted';
  readonly remark?: string;
}
/** The record stays, the personal values in it are gone. @public */
export interface Redacted {
  readonly outcome: 'redacted';
}
/** Nothing was there. Never used for something that was seen and then vanished. @public */
export interface NotFound {
  readonly outcome: 'not_found';
}
/** Accepted, not confirmed. `ticket` is handed to `verify` not before `checkAfter` (epoch milliseconds). @public */
export interface Pending<Ticket extends Json = Json> {
  readonly outcome: 'pending';
  readonly ticket: Ticket;
  readonly checkAfter: number;
}
/** Kept on purpose, for a reason the law knows. `until` is an ISO 8601 date. @public */
export interface Retained {
  readonly outcome: 'retained';
  readonly basis: string;
  readonly until?: string;
}
/** Not possible until a person does what `remedy` says. @public */
export interface Blocked {
  readonly outcome: 'blocked';
  readonly remedy: string;
}
/** The vendor, or a rule of ours, refuses. @public */
export interface Refused {
  readonly outcome: 'refused';
  readonly reason: string;
}
/** Tried and failed. @public */
export interface Failed {
  readonly outcome: 'failed';
  readonly error: ErrorDescription;
}
/** Accepted by the vendor, but still not confirmed at `deadline` (ISO 8601 time). @public */
export interface Unverified {
  readonly outcome: 'unverified';
  readonly deadline: string;
}
/** Left out, and why. @public */
export interface Skipped {
  readonly outcome: 'skipped';
  readonly why: string;
}
/** Access: handed over in the package. @public */
export interface Exported {
  readonly outcome: 'exported';
}

/** What became of a record or resource. Never a boolean. @public */
export type Outcome =
  | Deleted
  | Redacted
  | NotFound
  | Pending
  | Retained
  | Blocked
  | Refused
  | Failed
  | Unverified
  | Skipped
  | Exported;

/** The words alone. @public */
export type OutcomeWord = Outcome['outcome'];

/** Answers an erasure may give; `pending` wherever a further look is needed. @public */
export type ErasureOutcome<Ticket extends Json> =
  Deleted | Redacted | NotFound | Retained | Blocked | Refused | Pending<Ticket>;
