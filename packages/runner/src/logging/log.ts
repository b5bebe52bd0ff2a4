import type { LogEvent } from './log-event.js';
import type { LogFields } from './log-fields.js';

/** Tells an event, with facts that were found fit for a log. */
export type Tell = (event: LogEvent, fields?: LogFields) => void;

/** What a process tells those who run it: events of a fixed vocabulary, never free text. */
export interface Log {
  /** Somebody has to act. */
  readonly error: Tell;
  /** Something is wrong and mends itself, or a person asked for something they may not. */
  readonly warn: Tell;
  readonly info: Tell;
  readonly debug: Tell;
}
