import type { ErasureOutcome, Json } from '@privacy-connectors/core';
import type { EndedOutcome, Work } from '../store/work-store.js';
import type { DoubtfulErasure, EraseState, PendingErasure, PlannedErasure } from './erase-state.js';
import { deletionOf } from './plan-work.js';
import type { Commit, TaskRun } from './task-run.js';

/**
 * A 429 is a clear answer: the vendor did nothing. The announcement is taken back, or set back to the one of the call
 * before, whose answer is still not known.
 */
export function unsent(run: TaskRun, work: Work, state: PlannedErasure | DoubtfulErasure): Commit {
  const before = state.stage === 'in_doubt' ? new Date(state.raisedAt) : null;
  return (connection) => run.stores.works.announce(work.id, before, connection);
}

/** The call went out at `sentAt` and its answer is not known: look at the vendor one interval later. */
export function doubt(
  run: TaskRun,
  work: Work,
  state: PlannedErasure | DoubtfulErasure,
  sentAt: number,
): Commit {
  const steps = deletionOf(run);
  const first = state.stage === 'planned';
  const next: DoubtfulErasure = {
    stage: 'in_doubt',
    operation: state.operation,
    ticket: steps.ticketOf(steps.operation.parse(state.operation)),
    sends: first ? 1 : state.sends + 1,
    raisedAt: sentAt,
    deadline: first ? deadlineFrom(run, sentAt) : state.deadline,
  };
  const interval = run.session.profile.verification.everySeconds * 1000;
  return goOn(run, work, next, new Date(Math.min(run.now().getTime() + interval, next.deadline)));
}

/** The call was sent as often as is decent, and everything is still there. */
export function failedToSend(run: TaskRun, work: Work): Commit {
  const message =
    'The vendor never gave a clear answer to the deletion and still holds the data. Run the request again when it is well.';
  return finish(run, work, { outcome: 'failed', error: { code: 'transient', message } });
}

/** When the vendor has had its time, counted from `start` (epoch milliseconds). */
export function deadlineFrom(run: TaskRun, start: number): number {
  return start + run.session.profile.verification.forSeconds * 1000;
}

/** Writes what the vendor said. What is still pending at `deadline` (epoch milliseconds) becomes `unverified`. */
export function recordErasure(
  run: TaskRun,
  work: Work,
  operation: Json,
  outcome: ErasureOutcome<Json>,
  deadline: number,
): Commit {
  if (outcome.outcome !== 'pending') return finish(run, work, outcome);
  if (run.now().getTime() >= deadline) {
    return finish(run, work, { outcome: 'unverified', deadline: new Date(deadline).toISOString() });
  }
  const next: PendingErasure = { stage: 'pending', operation, ticket: outcome.ticket, deadline };
  return goOn(run, work, next, new Date(Math.min(outcome.checkAfter, deadline)));
}

function goOn(run: TaskRun, work: Work, next: EraseState, notBefore: Date): Commit {
  const outcome = { outcome: 'pending', ticket: null, checkAfter: notBefore.getTime() } as const;
  const progress = { payload: next as unknown as Json, done: 0, notBefore, outcome };
  return (connection) => run.stores.works.advance(work, run.box, progress, connection);
}

function finish(run: TaskRun, work: Work, outcome: EndedOutcome): Commit {
  return async (connection) => {
    await run.stores.works.end(work.id, 1, outcome, connection);
    if (outcome.outcome !== 'deleted') return;
    const details = { request: run.request.id, task: run.task.id, work: work.id };
    await run.stores.audit.append({ action: 'deletion.confirmed', actor: 'runner', details }, connection);
  };
}
