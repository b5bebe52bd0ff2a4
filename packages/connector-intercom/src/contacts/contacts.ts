import { noCursor, type DataRecord, type Json, type ReadPage, type ReadStep } from '@privacy-connectors/core';
import { skippedPage } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';
import type { IntercomSettings } from '../settings/intercom-settings.js';
import { personOfContact } from '../people/person.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { contactRef, type ContactRef } from './contact-ref.js';
import { currentContact } from './current-contact.js';
import type { Contact } from './resolve-contact.js';

/** Reads one contact, unless its e-mail is another one by now. What hangs on it is listed by its present id. */
export const contacts: ReadStep<VendorClient, IntercomSettings, ContactRef, never> = {
  ref: contactRef,
  cursor: noCursor,
  read,
};

async function read(context: IntercomContext, ref: ContactRef): Promise<ReadPage<never>> {
  const contact = await currentContact(context, ref);
  if ('why' in contact) return skippedPage(contact.why);
  const list = [{ contactId: contact.id, email: ref.email }];
  const { includeNotes } = context.settings;
  return {
    records: [recordOf(contact)],
    children: {
      companies: list,
      ...(includeNotes ? { notes: list } : {}),
      events: list,
      conversations: list,
      tickets: list,
    },
    ...(includeNotes
      ? {}
      : { skipped: { why: "Teammates' notes are left out by the setting includeNotes." } }),
    next: null,
  };
}

function recordOf(contact: Contact): DataRecord {
  const { id, name, created_at: createdAt } = contact;
  return {
    id,
    data: contact as Json,
    ...timeOf(createdAt),
    people: [personOfContact(contact)],
    title: textOf(name) ?? `Contact ${id}`,
  };
}
