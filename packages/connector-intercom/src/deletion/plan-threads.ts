import { participantsOf } from '../threads/participants.js';
import type { ThreadKind, ThreadSummary } from '../threads/thread-kind.js';
import { unnamedThreads } from './obstacles.js';
import { planned, type DeletionOperation } from './operation.js';
import type { Findings, Proven } from './plan-page.js';

/** A contact of the person among all that are the person's. */
export interface Person {
  readonly contactId: string;
  readonly proven: readonly Proven[];
}

/**
 * Conversations or tickets of a page: those of the person alone are deleted, `shared` are others' as well. What several
 * contacts of the person have in common is planned with each, under one key: none of them may be the only way to it.
 */
export function planThreads<Summary extends ThreadSummary>(
  threads: readonly Summary[],
  kind: DeletionOperation['kind'],
  resource: ThreadKind<never>['resource'],
  { contactId, proven }: Person,
): Findings & { readonly shared: readonly Summary[] } {
  const named = threads.filter((thread) => participantsOf(thread).includes(contactId));
  const isTheirs = (id: string) => proven.some((contact) => contact.contactId === id);
  const own = named.filter((thread) => participantsOf(thread).every(isTheirs));
  return {
    operations: own.map(({ id }) => planned({ kind, id, conversationId: null })),
    obstacles: unnamedThreads(resource, threads.length - named.length),
    shared: named.filter((thread) => !own.includes(thread)),
  };
}

/** True for one of the person's contacts in it: with that one, an obstacle of the conversation or ticket is counted. */
export function isCountedWith(
  thread: Pick<ThreadSummary, 'contacts'>,
  { contactId, proven }: Person,
): boolean {
  const participants = participantsOf(thread);
  const first = proven.find((contact) => participants.includes(contact.contactId));
  return first === undefined || first.contactId === contactId;
}
