import { ConflictError } from '../errors/runner-error.js';
import type { Queryable } from '../store/database.js';
import type { RequestRow } from '../store/request-store.js';
import type { TaskStore } from '../store/task-store.js';
import { checkPlanPrefixes } from './plan-prefixes.js';

/**
 * Approves the plan of each task that waits for that; the hashes of what was approved.
 * @param seen Prefixes of the hashes of the plans that a person looked at; null means: those that are there now.
 * @throws InputError when nothing waits, or when a plan is another by now.
 */
export async function approvePlans(
  request: RequestRow,
  seen: readonly string[] | null,
  tasks: TaskStore,
  connection: Queryable,
): Promise<readonly string[]> {
  checkPlanPrefixes(seen ?? []);
  const all = await tasks.ofRequest(request.id, connection);
  const waiting = all.filter(({ status }) => status === 'awaiting_approval');
  if (waiting.length === 0) throw new ConflictError(nothingToApprove(request));
  const hashes = waiting.map(({ plan_hash }) => plan_hash ?? '');
  if (seen !== null && !hashes.every((hash) => seen.some((prefix) => hash.startsWith(prefix)))) {
    throw new ConflictError(changed(request));
  }
  for (const task of waiting) {
    const applied = await tasks.rerun(task, 'awaiting_approval', task.plan_hash, connection);
    if (!applied) throw new ConflictError(changed(request));
  }
  return hashes;
}

function changed({ id }: RequestRow): string {
  return `A plan of the request is another one by now, so nothing was approved. Look at it again: dsr request show ${id}`;
}

function nothingToApprove(request: RequestRow): string {
  return request.type === 'access'
    ? 'An access request needs no approval.'
    : `Request ${request.id} has no plan waiting for approval. dsr request show ${request.id} tells where it stands.`;
}
