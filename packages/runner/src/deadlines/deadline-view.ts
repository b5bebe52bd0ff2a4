import type { DeadlineView } from '../application/views/deadline-view.js';
import type { RequestRow } from '../store/request-store.js';
import type { Box } from '../vault/box.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import { daysLeft } from './days-left.js';

/** What is shown of a request's deadline; `box` is undefined when its data key is gone. */
export function deadlineView(request: RequestRow, box: Box | undefined, now: Date): DeadlineView {
  const { regulation, due_at: dueAt, finished_at: finishedAt } = request;
  const left = finishedAt === null ? daysLeft(dueAt, now) : null;
  return {
    regulation,
    dueAt: dueAt.toISOString(),
    daysLeft: left,
    overdue: left !== null && left < 0,
    extended: extensionView(request, box),
  };
}

function extensionView(request: RequestRow, box: Box | undefined): DeadlineView['extended'] {
  const { extended_at: at, first_due_at: first } = request;
  if (at === null || first === null) return null;
  return {
    at: at.toISOString(),
    firstDueAt: first.toISOString(),
    reason: reasonOf(request, box),
  };
}

/** A request outlives its data key; what was sealed under it is gone then. */
function reasonOf(request: RequestRow, box: Box | undefined): string | null {
  if (request.extension_reason === null || box === undefined) return null;
  try {
    return box.openJson('request.extension', request.extension_reason) as string;
  } catch (error) {
    return unlessUnreadable(error);
  }
}
