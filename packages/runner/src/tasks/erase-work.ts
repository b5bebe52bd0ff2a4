import type { ErasureOutcome, Json } from '@privacy-connectors/core';
import {
  AuthError,
  MissingScopeError,
  ThrottledError,
  TransientError,
  VendorContractError,
  VendorNotFoundError,
  VendorRejectedError,
} from '@privacy-connectors/core/errors';
import type { Work } from '../store/work-store.js';
import { deadlineFrom, doubt, failedToSend, follow, postpone, recordErasure } from './erase-commits.js';
import { type DoubtfulErasure, type EraseState, type PlannedErasure, sendLimit } from './erase-state.js';
import { deletionOf } from './deletion-of.js';
import type { Commit, TaskRun, WorkHandler } from './task-run.js';
import { verifyOperation } from './verify-operation.js';
import { witnessedStep } from './witnessed-step.js';

/**
 * Carries one operation of a deletion on. The call is announced in the store before it is sent; when its answer was lost,
 * the vendor is looked at first, one verification interval later, and the call repeated only if everything is still there.
 * Only what the plan of this run contains is sent, and only when everything of lower stages ended well: an older
 * announcement is followed, never repeated.
 */
export const eraseWork: WorkHandler = async (run, work) => {
  const state = work.payload as unknown as EraseState;
  if (state.stage === 'pending') {
    const look = await verifyOperation(run, work, state.ticket);
    return recordErasure(run, work, state.operation, look.outcome, state.deadline);
  }
  const announcedAt = work.sentAt?.getTime() ?? null;
  const recordedAt = state.stage === 'in_doubt' ? state.raisedAt : null;
  if (announcedAt !== null && announcedAt !== recordedAt) return doubt(run, work, state, announcedAt);
  if (work.planRun !== run.task.run && (await run.stores.preparation.isPlanning(run.task.id))) {
    return postpone(run, work);
  }
  return state.stage === 'planned' ? sendPlanned(run, work, state) : lookBeforeRepeating(run, work, state);
};

async function sendPlanned(run: TaskRun, work: Work, state: PlannedErasure): Promise<Commit> {
  const { erasures, works } = run.stores;
  if (work.planRun !== run.task.run) return (connection) => works.remove(work.id, connection);
  if ((await erasures.lowerStages(work)).failed)
    return (connection) => works.end(work.id, 0, outOfTurn, connection);
  return send(run, work, state);
}

const outOfTurn = {
  outcome: 'blocked',
  remedy:
    'It was not sent, because what has to be erased before it did not end well. See to that first, then carry the request on with dsr request wait.',
} as const;

async function lookBeforeRepeating(run: TaskRun, work: Work, state: DoubtfulErasure): Promise<Commit> {
  const look = await verifyOperation(run, work, state.ticket);
  const over = run.now().getTime() >= state.deadline && (state.sends > 0 || !look.looked);
  if (look.outcome.outcome !== 'pending' || over) {
    return recordErasure(run, work, state.operation, look.outcome, state.deadline);
  }
  return look.looked ? repeat(run, work, state) : follow(run, work, state);
}

/** Everything is still there: sends the call once more as far as the plan of this run lets it. */
async function repeat(run: TaskRun, work: Work, state: DoubtfulErasure): Promise<Commit> {
  if (work.planRun !== run.task.run) return follow(run, work, state);
  const { erasures, works } = run.stores;
  const lower = await erasures.lowerStages(work);
  if (lower.failed && state.sends === 0) return (connection) => works.end(work.id, 0, outOfTurn, connection);
  if (lower.failed || lower.open || !(await run.mayErase())) return follow(run, work, state);
  return state.sends < sendLimit ? send(run, work, state) : failedToSend(run, work, state);
}

async function send(run: TaskRun, work: Work, state: PlannedErasure | DoubtfulErasure): Promise<Commit> {
  const steps = deletionOf(run);
  const operation = steps.operation.parse(state.operation);
  const announcedAt = await announce(run, work);
  try {
    const outcome = await witnessedStep(run, work, 'erase', () => steps.erase(run.context(), operation));
    const ticket = state.stage === 'in_doubt' ? state.ticket : steps.ticketOf(operation, announcedAt);
    return recordErasure(
      run,
      work,
      operation,
      lookedForFirst(outcome, ticket, run.now()),
      deadlineFrom(run, run.now().getTime()),
    );
  } catch (error) {
    if (isUnclear(error)) return doubt(run, work, state, announcedAt);
    if (isClearNo(error)) await takeBack(run, work);
    if (state.stage === 'in_doubt' && isRefusal(error)) return followFirstCall(run, work, state);
    throw error;
  }
}

/** What the call itself says to be gone is looked for, and believed then. */
function lookedForFirst(outcome: ErasureOutcome<Json>, ticket: Json, now: Date): ErasureOutcome<Json> {
  if (outcome.outcome !== 'deleted' && outcome.outcome !== 'redacted') return outcome;
  return { outcome: 'pending', ticket, checkAfter: now.getTime() };
}

/** The repeated call is refused, perhaps because the first one is being carried out: go on looking. */
function followFirstCall(run: TaskRun, work: Work, state: DoubtfulErasure): Commit {
  const checkAfter = run.now().getTime() + run.session.profile.verification.everySeconds * 1000;
  const pending = { outcome: 'pending', ticket: state.ticket, checkAfter } as const;
  return recordErasure(run, work, state.operation, pending, state.deadline);
}

async function announce(run: TaskRun, work: Work): Promise<number> {
  const now = run.now();
  await run.commit(async (connection) => {
    await run.stores.erasures.announce(work.id, now, connection);
    const details = { request: run.request.id, task: run.task.id, work: work.id };
    await run.stores.audit.append({ action: 'deletion.sent', actor: 'runner', details }, connection);
  });
  return now.getTime();
}

/** The vendor clearly did nothing: what was announced before this call is announced still, and no more. */
async function takeBack(run: TaskRun, work: Work): Promise<void> {
  await run.commit((connection) => run.stores.erasures.announce(work.id, work.sentAt, connection));
}

/** No answer, or one that cannot be read: the vendor may have done it. */
function isUnclear(error: unknown): boolean {
  return error instanceof TransientError || error instanceof VendorContractError;
}

function isRefusal(error: unknown): boolean {
  return error instanceof VendorRejectedError || error instanceof VendorNotFoundError;
}

function isClearNo(error: unknown): boolean {
  return (
    isRefusal(error) ||
    error instanceof ThrottledError ||
    error instanceof AuthError ||
    error instanceof MissingScopeError
  );
}
