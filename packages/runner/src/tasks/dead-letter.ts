import { RunnerError, VaultError } from '../errors/runner-error.js';
import type { Queryable } from '../store/database.js';
import type { TaskRow } from '../store/task-store.js';
import type { EndedOutcome } from '../store/work-store.js';
import type { AdvancerParts } from './task-advancer.js';
import { subjectResource } from './unopened-connection.js';

/** Code of the error of a task that was given up. */
export const deadLetterCode = 'dead_letter';

/** Why a task is given up that ended one worker after the other. */
export function deadlyReason(deaths: number): string {
  return `The process that worked on it died ${deaths} times in a row, and nothing was done in between.`;
}

/** Why a task is given up whose step failed in our own house. The message of an unknown error might carry a personal value. */
export function failureReason(error: unknown): string {
  if (error instanceof RunnerError) return error.message;
  const name = error instanceof Error && /^[A-Za-z]\w{0,60}$/.test(error.name) ? error.name : 'no error name';
  return `This program failed in a way it should not (${name}). Please report it.`;
}

/**
 * Ends a task that cannot go on, visibly: what was left to do is reported as failed, nothing as not found. Whatever is known
 * stays, so that a retry carries on from there.
 */
export async function putAside(parts: AdvancerParts, task: TaskRow, reason: string): Promise<void> {
  const { database, stores, finisher } = parts;
  const message = `${reason} When the cause is mended, run dsr request retry ${task.request_id}.`;
  const error = { code: deadLetterCode, message };
  const outcome = { outcome: 'failed', error } as const;
  const resource = await subjectResource(parts, task);
  await database.transaction(async (connection) => {
    await stores.holds.assertHeld(task, connection);
    await stores.works.endAllDue(task.id, outcome, connection);
    await noteFailure(parts, task, { resource, count: 0, outcome }, connection);
    await finisher.end({ id: task.id, status: 'dead_letter', error }, connection);
    const details = { request: task.request_id, task: task.id, deaths: task.deaths };
    await finisher.refresh(task.request_id, connection);
    await stores.audit.append({ action: 'task.dead_letter', actor: 'runner', details }, connection);
  });
}

/** Says so for what the connector searches for too, unless the request cannot even be unlocked. */
async function noteFailure(
  parts: AdvancerParts,
  task: TaskRow,
  ended: { readonly resource: string; readonly count: number; readonly outcome: EndedOutcome },
  connection: Queryable,
): Promise<void> {
  const { keys, stores } = parts;
  try {
    const box = await keys.box('request', task.request_id, connection);
    await stores.works.addEnded(task.id, box, 'plan', [ended], connection);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}
