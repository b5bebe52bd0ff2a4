import type { DeadlineView } from '../application/views.js';
import { VaultError } from '../errors/runner-error.js';
import type { RequestRow } from '../store/request-store.js';
import type { DataKeys } from '../vault/data-keys.js';
import { daysLeft } from './days-left.js';

/** What is shown of a request's deadline. */
export async function deadlineView(request: RequestRow, keys: DataKeys, now: Date): Promise<DeadlineView> {
  const { regulation, due_at: dueAt, finished_at: finishedAt } = request;
  const left = finishedAt === null ? daysLeft(dueAt, now) : null;
  return {
    regulation,
    dueAt: dueAt.toISOString(),
    daysLeft: left,
    overdue: left !== null && left < 0,
    extended: await extensionView(request, keys),
  };
}

async function extensionView(request: RequestRow, keys: DataKeys): Promise<DeadlineView['extended']> {
  const { extended_at: at, first_due_at: first } = request;
  if (at === null || first === null) return null;
  return {
    at: at.toISOString(),
    firstDueAt: first.toISOString(),
    reason: await reasonOf(request, keys),
  };
}

/** A request outlives its data key; what was sealed under it is gone then. */
async function reasonOf(request: RequestRow, keys: DataKeys): Promise<string | null> {
  if (request.extension_reason === null) return null;
  try {
    const box = await keys.box('request', request.id);
    return box.openJson('request.extension', request.extension_reason) as string;
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}
