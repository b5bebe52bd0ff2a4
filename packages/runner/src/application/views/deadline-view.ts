import type { Regulation } from '../../deadlines/regulation.js';

/** How a deadline was extended. Times are ISO 8601 in UTC. */
export interface ExtensionView {
  readonly at: string;
  readonly firstDueAt: string;
  /** A person's words; null once the request's data key was destroyed. */
  readonly reason: string | null;
}

/** Until when a request has to be done. */
export interface DeadlineView {
  readonly regulation: Regulation;
  /** The deadline in force, extended or not; ISO 8601 in UTC. */
  readonly dueAt: string;
  /** Whole days until then, 0 on the last one, negative once it has passed; null when the request has ended. */
  readonly daysLeft: number | null;
  /** Not ended although the deadline has passed. */
  readonly overdue: boolean;
  /** Null unless the deadline was extended. */
  readonly extended: ExtensionView | null;
}

/** When a request will be done, as far as that can be told. */
export interface ForecastView {
  /** ISO 8601 in UTC; null where nothing can be said. */
  readonly doneBy: string | null;
  /** What it is told from, or why nothing can be said. */
  readonly reason: string;
}
