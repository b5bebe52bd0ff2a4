import { sameEmail } from '@privacy-connectors/core';
import type { IntercomContext } from '../client/context.js';
import type { ContactRef } from './contact-ref.js';
import { resolveContact, type Contact } from './resolve-contact.js';

/** A contact that is not the data subject's (any more), and why. */
export interface NotTheirs {
  readonly why: string;
}

export const GONE: NotTheirs = { why: 'Intercom no longer knows this contact.' };
const UNCLEAR: NotTheirs = {
  why: 'The contact was merged into another one, and Intercom does not tell plainly into which.',
};
const ANOTHER: NotTheirs = { why: 'The contact has another e-mail by now, so it may be another person.' };

/** The contact that was located, or the one it was merged into, as long as its e-mail is still the same. */
export async function currentContact(
  context: IntercomContext,
  ref: ContactRef,
): Promise<Contact | NotTheirs> {
  const resolved = await resolveContact(context, ref.contactId);
  if (resolved === 'gone') return GONE;
  if (resolved === 'unclear') return UNCLEAR;
  return isSamePerson(resolved.contact, ref) ? resolved.contact : ANOTHER;
}

/** A contact without an e-mail is itself, and nothing proves whom it was merged into. */
function isSamePerson({ id, email }: Contact, ref: ContactRef): boolean {
  return ref.email === null ? id === ref.contactId : sameEmail(email ?? '', ref.email);
}
