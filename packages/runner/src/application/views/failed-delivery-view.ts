import type { EventKind } from '../../events/event.js';

/** A webhook that was given up. */
export interface FailedDeliveryView {
  /** The id that its receiver gets to see. */
  readonly id: string;
  /** Name of the endpoint. */
  readonly webhook: string;
  readonly requestId: string;
  readonly eventId: number;
  readonly kind: EventKind;
  readonly attempts: number;
  /** A word of ours for why the last try failed, e.g. `status_503`. */
  readonly problem: string;
  /** ISO 8601 time at which it was given up. */
  readonly failedAt: string;
}
