import type {
  DeletionPlanPage,
  ErasureOutcome,
  Json,
  LocatedThing,
  Manifest,
  OutcomeWord,
  PlannedOperation,
  Subject,
} from '@privacy-connectors/core';
import { locateWorks } from './locating.js';
import type { WorkOf } from './work.js';

/**
 * How far one planned operation is. `started` is committed before the call leaves, so that a lost answer is noticed.
 * Times are milliseconds since 1970.
 */
export type Progress =
  | { readonly at: 'planned' | 'started' }
  | { readonly at: 'pending'; readonly ticket: Json; readonly checkAfter: number; readonly deadline: number }
  | { readonly at: 'done'; readonly outcome: OutcomeWord };

export interface OperationState {
  readonly planned: PlannedOperation;
  readonly progress: Progress;
}

/** Everything a deletion request has committed. */
export interface DeletionState {
  /** Pages of things that are yet to be located. */
  readonly queue: readonly WorkOf<'locate'>[];
  readonly things: readonly LocatedThing[];
  readonly plan: PlanState;
  readonly operations: readonly OperationState[];
}

/** How far the plan is. */
export interface PlanState {
  readonly done: boolean;
  readonly cursor: Json | null;
  /** Keys of the cursors of pages that were asked for. */
  readonly seen: readonly string[];
  readonly warnings: DeletionPlanPage['warnings'];
  readonly obstacles: DeletionPlanPage['obstacles'];
}

/** The beginning of a request about this person. */
export function newDeletion(manifest: Manifest, subject: Subject): DeletionState {
  const plan: PlanState = { done: false, cursor: null, seen: [], warnings: [], obstacles: [] };
  return { queue: locateWorks(manifest, subject), things: [], plan, operations: [] };
}

/** Outcomes that tell the data subject: nothing of you is there any more. */
const gone: ReadonlySet<OutcomeWord> = new Set<OutcomeWord>(['deleted', 'redacted', 'not_found']);

/** Whether that is what the outcome says. */
export function saysGone(outcome: OutcomeWord): boolean {
  return gone.has(outcome);
}

/** Whether the whole request says so. */
export function confirmed({ plan, operations }: DeletionState): boolean {
  const allDone = operations.every(({ progress }) => progress.at === 'done' && saysGone(progress.outcome));
  return plan.done && plan.obstacles.length === 0 && allDone;
}

/** The progress after `erase`, `look` or `verify` gave that outcome. */
export function progressOf(outcome: ErasureOutcome<Json>, deadline: number): Progress {
  if (outcome.outcome !== 'pending') return { at: 'done', outcome: outcome.outcome };
  const { ticket, checkAfter } = outcome;
  return checkAfter > deadline
    ? { at: 'done', outcome: 'unverified' }
    : { at: 'pending', ticket, checkAfter, deadline };
}
