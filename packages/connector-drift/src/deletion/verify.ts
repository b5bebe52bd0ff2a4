import { emailVariants, sameEmail, type Deleted, type Pending } from '@privacy-connectors/core';
import type { DriftContext } from '../client/context.js';
import { emailOf } from '../contacts/contact.js';
import { findContacts, findContactsByDerived } from '../contacts/find-contacts.js';
import { getContact } from '../contacts/get-contact.js';
import { nextLook } from './next-look.js';
import { ticketOf, type DeletionTicket } from './operation.js';
import { mayMiss } from './visibility.js';

/** Looks per step; a ticket with more carries on in the next step. */
const LOOKS_PER_STEP = 10;

type Look = (context: DriftContext) => Promise<boolean>;

/**
 * Looks for the contacts by each spelling of the e-mail and by each known id: a contact that was merely unlisted is not
 * found by e-mail, but still answers by id. Drift has no report of an erasure, so absence is the only proof, and it is none
 * for a connection that was narrowed since the plan: what it saw then may merely be hidden now.
 */
export async function verify(
  context: DriftContext,
  ticket: DeletionTicket,
): Promise<Deleted | Pending<DeletionTicket>> {
  const looks = looksOf(ticket);
  const end = Math.min(ticket.checked + LOOKS_PER_STEP, looks.length);
  for (const isGone of looks.slice(ticket.checked, end)) {
    if (!(await isGone(context)))
      return { outcome: 'pending', ticket: ticketOf(ticket), checkAfter: nextLook(context) };
  }
  if (end < looks.length) {
    return { outcome: 'pending', ticket: { ...ticket, checked: end }, checkAfter: context.now().getTime() };
  }
  if (ticket.sawAll !== true || !mayMiss(context)) return { outcome: 'deleted' };
  return { outcome: 'pending', ticket: ticketOf(ticket), checkAfter: nextLook(context) };
}

function looksOf({ email, contactIds }: DeletionTicket): readonly Look[] {
  return [...emailVariants(email).map(byEmail(email)), ...contactIds.map(byId)];
}

const byEmail =
  (email: string) =>
  (asked: string): Look =>
  async (context) => {
    const find = asked === email ? findContacts : findContactsByDerived;
    const { contacts, next } = await find(context, asked, null);
    return next === null && !contacts.some((contact) => sameEmail(emailOf(contact) ?? '', email));
  };

const byId =
  (contactId: number): Look =>
  async (context) =>
    (await getContact(context, contactId)) === null;
