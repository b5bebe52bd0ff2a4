import type { RequestStatus } from './request-view.js';
import type { NotCovered, OutcomeWord, PlanWarning } from '@privacy-connectors/core';
import type { ErrorDescription } from '@privacy-connectors/core/errors';

/**
 * Where one request stands on one connection; the words mean the same as for requests. `dead_letter`: given up, because it
 * ended its workers or a failure of our own kept it from going on; a person retries it when the cause is mended.
 */
export type TaskStatus = RequestStatus | 'dead_letter';

/** What became of `count` records of a resource; `reason` says why where the word alone does not. */
export interface OutcomeView {
  readonly resource: string;
  readonly outcome: OutcomeWord;
  readonly count: number;
  readonly reason?: string;
}

/** A deletion plan without personal values. */
export interface PlanView {
  /** Approval binds to this hash. */
  readonly hash: string;
  readonly operations: readonly {
    readonly title: string;
    readonly resource: string;
    readonly count: number;
    readonly alsoErases: readonly string[];
    readonly irreversible: boolean;
  }[];
  readonly warnings: readonly PlanWarning[];
  /** What changed at the vendor since the plan that was approved; null when this is the first plan. */
  readonly changed: string | null;
}

/** Counts that show a task moving, e.g. `{ step: 'scan', resource: 'conversations', done: 1200 }`. */
export interface ProgressView {
  readonly step: 'locate' | 'scan' | 'read' | 'open' | 'plan' | 'erase';
  readonly resource: string;
  readonly done: number;
}

/** One task of a request. */
export interface TaskView {
  readonly connection: string;
  readonly connector: string;
  readonly status: TaskStatus;
  readonly outcomes: readonly OutcomeView[];
  readonly notCovered: readonly NotCovered[];
  readonly error: ErrorDescription | null;
  readonly plan: PlanView | null;
  readonly progress: readonly ProgressView[];
  /** ISO 8601 time before which nothing happens, because the vendor asked to wait or a verification is due later. */
  readonly waitingUntil: string | null;
}

/** What a deletion waits for before it erases. Times are ISO 8601 in UTC. */
export interface ReadFirstView {
  /** Ids of the access requests of the same person that are read first, oldest first. */
  readonly requests: readonly string[];
  /** When they are waited for no longer. */
  readonly until: string;
}
