import { contactList } from '../lists/contact-list.js';
import { participantPeople } from '../people/person.js';
import { participantsOf } from './participants.js';
import type { ThreadKind, ThreadSummary } from './thread-kind.js';

/**
 * Reads the conversations or tickets of a contact. One that does not name the contact is not exported; it is told when its
 * messages are read.
 */
export function threadList<Summary extends ThreadSummary>(kind: ThreadKind<Summary>) {
  return contactList(kind.search, async (context, ref, place) => {
    const { things, next, skipped } = await kind.list(context, ref.contactId, place);
    const own = things.filter((thing) => participantsOf(thing).includes(ref.contactId));
    const parent = { resource: 'contacts', id: ref.contactId };
    return {
      records: own.map((thing) => ({
        id: thing.id,
        parent,
        ...kind.describe(thing, ref.contactId),
        people: participantPeople(participantsOf(thing), ref),
      })),
      children: { [kind.messages]: things.map(({ id }) => ({ ...ref, threadId: id })) },
      ...(skipped && { skipped }),
      next,
    };
  });
}
