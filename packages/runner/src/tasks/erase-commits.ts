import type { ErasureOutcome, Json } from '@privacy-connectors/core';
import type { EndedOutcome, Work } from '../store/work-store.js';
import type { DoubtfulErasure, EraseState, PendingErasure, PlannedErasure } from './erase-state.js';
import { deletionOf } from './deletion-of.js';
import type { Commit, TaskRun } from './task-run.js';

/** The call went out at `sentAt` and its answer is not known: look at the vendor one interval later. */
export function doubt(
  run: TaskRun,
  work: Work,
  state: PlannedErasure | DoubtfulErasure,
  sentAt: number,
): Commit {
  const steps = deletionOf(run);
  const sends = state.stage === 'planned' ? 0 : state.sends;
  const deadline =
    state.stage === 'planned' || sends === 0 ? deadlineFrom(run, run.now().getTime()) : state.deadline;
  const next: DoubtfulErasure = {
    stage: 'in_doubt',
    operation: state.operation,
    ticket:
      state.stage === 'in_doubt'
        ? state.ticket
        : steps.ticketOf(steps.operation.parse(state.operation), sentAt),
    sends: sends + 1,
    raisedAt: sentAt,
    deadline,
  };
  return goOn(run, work, next, nextLook(run, deadline));
}

/** Looks again later without sending anything. */
export function follow(run: TaskRun, work: Work, state: DoubtfulErasure): Commit {
  return goOn(run, work, state, nextLook(run, state.deadline));
}

/** The task is still being planned: whether this may be sent is known a moment later. */
export function postpone(run: TaskRun, work: Work): Commit {
  const state = work.payload as unknown as EraseState;
  return goOn(run, work, state, new Date(run.now().getTime() + 1000));
}

/** The call was sent as often as is decent, and everything is still there. A later run may send it anew. */
export function failedToSend(run: TaskRun, work: Work, state: DoubtfulErasure): Commit {
  const message =
    'The vendor never gave a clear answer to the deletion and still holds the data. Run the request again when it is well.';
  const anew: DoubtfulErasure = { ...state, sends: 0, deadline: deadlineFrom(run, run.now().getTime()) };
  return async (connection) => {
    await goOn(run, work, anew, run.now())(connection);
    await finish(run, work, { outcome: 'failed', error: { code: 'transient', message } })(connection);
  };
}

function nextLook(run: TaskRun, deadline: number): Date {
  const interval = run.session.profile.verification.everySeconds * 1000;
  return new Date(Math.min(run.now().getTime() + interval, Math.max(deadline, run.now().getTime() + 1000)));
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
