import type { Blocked, Refused } from '@privacy-connectors/core';
import type { IntercomContext } from '../client/context.js';
import type { ContactRef } from '../contacts/contact-ref.js';
import { currentContact, GONE } from '../contacts/current-contact.js';
import type { Obstacle } from './obstacles.js';
import type { Proven } from './plan-page.js';

const MERGED: Blocked = {
  outcome: 'blocked',
  remedy: 'Intercom merged the contact into another one after it was looked up. Ask for the deletion again.',
};

/** The contact, when it still is the person's, or why nothing that hangs on it may be touched. */
export async function proveContact(context: IntercomContext, ref: ContactRef): Promise<Proven | Obstacle> {
  const contact = await currentContact(context, ref);
  // It was found by what the person is known by, and nothing speaks against it.
  if (contact === GONE) return { ...ref, isGone: true };
  if ('why' in contact) return hindered({ outcome: 'refused', reason: contact.why });
  return contact.id === ref.contactId ? { ...ref, isGone: false } : hindered(MERGED);
}

function hindered(outcome: Blocked | Refused): Obstacle {
  return { resource: 'contacts', count: 1, outcome };
}
