import { participantsOf } from '../threads/participants.js';
import type { ThreadKind, ThreadSummary } from '../threads/thread-kind.js';
import { planned, type DeletionOperation } from './operation.js';
import type { Findings } from './plan-page.js';

const UNNAMED =
  'Intercom lists them for the contact without naming it in them. Look them up in the inbox and delete by hand what is the person’s.';

/** Conversations or tickets of a page: those of the person alone are deleted, `shared` are others' as well. */
export function planThreads(
  threads: readonly ThreadSummary[],
  kind: DeletionOperation['kind'],
  resource: ThreadKind<never>['resource'],
  { contactId, located }: { readonly contactId: string; readonly located: readonly string[] },
): Findings & { readonly shared: readonly string[] } {
  const named = threads.filter((thread) => participantsOf(thread).includes(contactId));
  // What several contacts of the person have in common is planned with the first of them.
  const first = named.filter((thread) => firstOf(located, thread) === contactId);
  const own = first.filter((thread) => participantsOf(thread).every((id) => located.includes(id)));
  const count = threads.length - named.length;
  const obstacle = { resource, count, outcome: { outcome: 'blocked', remedy: UNNAMED } as const };
  return {
    operations: own.map(({ id }) => planned({ kind, id, conversationId: null })),
    obstacles: count > 0 ? [obstacle] : [],
    shared: first.filter((thread) => !own.includes(thread)).map(({ id }) => id),
  };
}

function firstOf(located: readonly string[], thread: ThreadSummary): string | undefined {
  const participants = participantsOf(thread);
  return located.find((id) => participants.includes(id));
}
