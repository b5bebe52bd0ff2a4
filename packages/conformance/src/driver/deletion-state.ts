import type {
  DeletionPlan,
  ErasureOutcome,
  Json,
  LocatedThing,
  OutcomeWord,
  PlannedOperation,
} from '@privacy-connectors/core';

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
  readonly located: {
    readonly things: readonly LocatedThing[];
    readonly cursor: Json | null;
    readonly done: boolean;
  };
  readonly plan: DeletionPlan | null;
  readonly operations: readonly OperationState[];
}

export const newDeletion: DeletionState = {
  located: { things: [], cursor: null, done: false },
  plan: null,
  operations: [],
};

/** Outcomes that tell the data subject: nothing of you is there any more. */
const gone: ReadonlySet<OutcomeWord> = new Set<OutcomeWord>(['deleted', 'redacted', 'not_found']);

/** Whether that is what the outcome says. */
export function saysGone(outcome: OutcomeWord): boolean {
  return gone.has(outcome);
}

/** Whether the whole request says so. */
export function confirmed({ plan, operations }: DeletionState): boolean {
  const allDone = operations.every(({ progress }) => progress.at === 'done' && saysGone(progress.outcome));
  return plan !== null && plan.obstacles.length === 0 && allDone;
}

/** The progress after `erase`, `look` or `verify` gave that outcome. */
export function progressOf(outcome: ErasureOutcome<Json>, deadline: number): Progress {
  if (outcome.outcome !== 'pending') return { at: 'done', outcome: outcome.outcome };
  const { ticket, checkAfter } = outcome;
  return checkAfter > deadline
    ? { at: 'done', outcome: 'unverified' }
    : { at: 'pending', ticket, checkAfter, deadline };
}
