import type { DeadlineView, ForecastView } from './deadline-view.js';
import type { IdentifierView } from './identifier-view.js';
import type { ReappearanceView } from './reappearance-view.js';
import type { RetentionView } from './retention-view.js';
import type { ReadFirstView, TaskView } from './task-view.js';

/** The values of {@link RequestType}. */
export const requestTypes = ['access', 'deletion'] as const;

/** What a request asks for. */
export type RequestType = (typeof requestTypes)[number];

/** Kinds of identifiers of which those that are found may be searched for too, when a person decides so. */
export type WidenedKind = 'email' | 'phone';

/** The values of {@link RequestStatus}. */
export const requestStatuses = [
  'received',
  'running',
  'awaiting_approval',
  'completed',
  'incomplete',
  'failed',
  'cancelled',
] as const;

/**
 * Where a request stands. `received`: recorded, not begun. `awaiting_approval`: a deletion plan waits for a person.
 * `completed`: every outcome is a good end. `incomplete`: it ended, but something is blocked, refused, failed,
 * unverified or skipped. `failed`: it ended without a single good outcome. `cancelled`: a person stopped it.
 */
export type RequestStatus = (typeof requestStatuses)[number];

/** A request as `dsr request show --json` prints it. Times are ISO 8601 in UTC. */
export interface RequestView extends DeadlineView {
  readonly id: string;
  readonly type: RequestType;
  readonly status: RequestStatus;
  readonly receivedAt: string;
  readonly finishedAt: string | null;
  /** Null unless a deletion that could erase waits for what is being read. */
  readonly waitsFor: ReadFirstView | null;
  /** Null once the request has ended. */
  readonly forecast: ForecastView | null;
  /** Empty once the request's data key was destroyed. */
  readonly identifiers: readonly IdentifierView[];
  readonly retention: RetentionView;
  /** Empty unless somebody was deleted and is looked for again. */
  readonly reappearance: readonly ReappearanceView[];
  readonly tasks: readonly TaskView[];
}
