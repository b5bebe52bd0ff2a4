import { noCursor, objectCodec, type ReadPage, type ReadStep } from '@privacy-connectors/core';
import { skippedPage } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import { contactProperties, type ContactRef } from '../contacts/contact-ref.js';
import type { IntercomSettings } from '../settings/intercom-settings.js';
import { partRecord } from './part-record.js';
import { participantsOf } from './participants.js';
import type { Thread, ThreadKind, ThreadSummary } from './thread-kind.js';

/** A conversation or ticket of a contact, by Intercom's own id. */
type ThreadRef = ContactRef & { readonly threadId: string };

const threadRef = objectCodec<ThreadRef>('reference to a conversation or ticket', {
  ...contactProperties,
  threadId: 'string',
});

/** Reads what was said in a conversation or ticket, if the contact takes part in it. */
export function threadMessages<Summary extends ThreadSummary>(
  kind: ThreadKind<Summary>,
): ReadStep<VendorClient, IntercomSettings, ThreadRef, never> {
  return {
    ref: threadRef,
    cursor: noCursor,
    async read(context, ref) {
      const thread = await kind.get(context, ref.threadId);
      if (thread === null) return skippedPage('Intercom no longer knows it.');
      if (participantsOf(thread).includes(ref.contactId)) return pageOf(thread, ref, kind.resource);
      return skippedPage('The contact does not take part in it, or no longer.');
    },
  };
}

function pageOf({ id, parts, total }: Thread, person: ContactRef, resource: string): ReadPage<never> {
  const missing = total - parts.length;
  const why = `Intercom shows the newest parts only; ${missing} older ones are missing.`;
  return {
    records: parts.map((part) => partRecord(part, person, { resource, id })),
    ...(missing > 0 ? { skipped: { why } } : {}),
    next: null,
  };
}
