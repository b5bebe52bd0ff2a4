import type { Json } from '@privacy-connectors/core';

/** Not sent yet; or sent, and the process died before it recorded an answer. */
export interface PlannedErasure {
  readonly stage: 'planned';
  readonly operation: Json;
}

/**
 * Sent, last at `raisedAt`, without a clear answer, or by an earlier run whose end is not today's: the vendor is looked at
 * before the call is repeated.
 */
export interface DoubtfulErasure {
  readonly stage: 'in_doubt';
  readonly operation: Json;
  readonly ticket: Json;
  /** Times the call was sent without a clear answer. */
  readonly sends: number;
  /** Epoch milliseconds, as the announcement of the last call has them. */
  readonly raisedAt: number;
  /** Epoch milliseconds after which nobody looks any more. */
  readonly deadline: number;
}

/** Accepted by the vendor, to be confirmed until `deadline` (epoch milliseconds). */
export interface PendingErasure {
  readonly stage: 'pending';
  readonly operation: Json;
  readonly ticket: Json;
  readonly deadline: number;
}

/** Where an erasure stands. */
export type EraseState = PlannedErasure | DoubtfulErasure | PendingErasure;

/** Times a call without a clear answer is sent before the operation is reported as failed. */
export const sendLimit = 4;
