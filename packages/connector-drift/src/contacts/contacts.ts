import {
  noCursor,
  sameEmail,
  type DataRecord,
  type Json,
  type ReadPage,
  type ReadStep,
} from '@privacy-connectors/core';
import { skippedPage } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { personOfContact } from '../people/person.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { contactRef, type ContactRef } from './contact-ref.js';
import { emailOf, type Contact } from './contact.js';
import { getContact } from './get-contact.js';

/** Reads one contact, unless its e-mail is another one by now. */
export const contacts: ReadStep<VendorClient, DriftSettings, ContactRef, never> = {
  ref: contactRef,
  cursor: noCursor,
  read,
};

async function read(context: DriftContext, { contactId, email }: ContactRef): Promise<ReadPage<never>> {
  const contact = await getContact(context, contactId);
  if (contact === null)
    return skippedPage('Drift no longer knows this contact, or hides it from the connection.');
  const current = emailOf(contact);
  if (current === undefined || !sameEmail(current, email)) {
    return skippedPage('The contact has another e-mail by now, so it may be another person.');
  }
  return { records: [recordOf(contact)], next: null };
}

function recordOf(contact: Contact): DataRecord {
  const { id } = contact;
  const attributes = contact.attributes ?? {};
  const createdAt = timeOf(contact.createdAt);
  return {
    id: String(id),
    data: contact as Json,
    ...(createdAt === undefined ? {} : { occurredAt: createdAt }),
    people: [personOfContact(contact)],
    title: textOf(attributes.name) ?? `Contact ${id}`,
  };
}
