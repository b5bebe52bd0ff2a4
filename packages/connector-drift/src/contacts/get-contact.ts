import { VendorContractError } from '@privacy-connectors/core/errors';
import { answeredWith } from '@privacy-connectors/core/http';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { Contact } from './contact.js';
import { findContacts } from './find-contacts.js';
import { NOBODY } from './nobody.js';

/**
 * The contact, or null when Drift says that there is none (404, 410) or that it may not be seen (401).
 * @throws AuthError when the 401 is about the token.
 */
export async function getContact(context: DriftContext, contactId: number): Promise<Contact | null> {
  const result = await ask(context, contactId);
  if (result.response.status !== 401) return contactOf(result, contactId);
  if (saysNotVisible(result.error)) return null;
  await findContacts(context, NOBODY, null);
  // The token is alive. A 401 that is about the contact repeats itself, one that was an accident does not.
  const again = await ask(context, contactId);
  return again.response.status === 401 ? null : contactOf(again, contactId);
}

type Result = Awaited<ReturnType<typeof ask>>;

function ask({ client, signal }: DriftContext, contactId: number) {
  return client.GET('/contacts/{contactId}', { params: { path: { contactId } }, signal });
}

function contactOf(result: Result, contactId: number): Contact | null {
  try {
    return verified(unwrap('getContact', result).data, contactId);
  } catch (error) {
    if (answeredWith(error, 404, 410)) return null;
    throw error;
  }
}

/** CONTACT-2: "not authorised to view, or not found". Where the code stands in the body is not documented. */
function saysNotVisible(body: unknown): boolean {
  return /CONTACT-2(?!\d)/.test(JSON.stringify(body ?? null));
}

function verified(contact: Contact, contactId: number): Contact {
  if (contact.id === contactId) return contact;
  throw new VendorContractError('Drift answered with another contact than the one asked for.', {
    operation: 'getContact',
  });
}
