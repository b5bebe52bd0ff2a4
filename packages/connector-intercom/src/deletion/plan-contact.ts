import type { Blocked, Refused } from '@privacy-connectors/core';
import type { IntercomContext } from '../client/context.js';
import type { ContactRef } from '../contacts/contact-ref.js';
import { currentContact, GONE } from '../contacts/current-contact.js';
import { planned } from './operation.js';
import type { Findings } from './plan-page.js';

const MERGED: Blocked = {
  outcome: 'blocked',
  remedy: 'Intercom merged the contact into another one after it was looked up. Ask for the deletion again.',
};

/** The deletion of a contact; `isTheirs` is false when nothing that hangs on it may be touched. */
export async function planContact(
  context: IntercomContext,
  ref: ContactRef,
): Promise<{ readonly findings: Findings; readonly isTheirs: boolean }> {
  const contact = await currentContact(context, ref);
  // Conversations may outlive a contact that the search still finds.
  if (contact === GONE) return { findings: {}, isTheirs: true };
  if ('why' in contact) return hindered({ outcome: 'refused', reason: contact.why });
  if (contact.id !== ref.contactId) return hindered(MERGED);
  const operation = planned({ kind: 'contact', id: contact.id, conversationId: null });
  return { findings: { operations: [operation] }, isTheirs: true };
}

function hindered(outcome: Blocked | Refused) {
  return { findings: { obstacles: [{ resource: 'contacts', count: 1, outcome }] }, isTheirs: false };
}
