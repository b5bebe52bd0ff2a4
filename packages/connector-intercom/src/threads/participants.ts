import type { Json } from '@privacy-connectors/core';
import type { ThreadSummary } from './thread-kind.js';

/** Ids of the contacts that take part in a conversation or ticket. */
export function participantsOf({ contacts }: Pick<ThreadSummary, 'contacts'>): readonly string[] {
  return contacts.contacts.map(({ id }) => id);
}

/** The vendor's record without some fields, and without the references to other people. */
export function withoutOthers(thread: ThreadSummary, contactId: string, ...fields: readonly string[]): Json {
  const kept = Object.entries(thread).filter(([name]) => !fields.includes(name));
  const contacts = thread.contacts.contacts.filter(({ id }) => id === contactId);
  return {
    ...Object.fromEntries<Json>(kept as [string, Json][]),
    contacts: { ...thread.contacts, contacts },
  };
}
