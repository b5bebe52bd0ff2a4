import { jsonCodec, type ReadPage, type ReadStep } from '@privacy-connectors/core';
import { answeredWith } from '@privacy-connectors/core/http';
import { follow, skippedPage, trailSchema, type Trail } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';
import { contactRef, type ContactRef } from '../contacts/contact-ref.js';
import type { IntercomSettings } from '../settings/intercom-settings.js';

/** One page of a list; `next` is the place of the next one. `place` is null for the first. */
type ListPage = (
  context: IntercomContext,
  ref: ContactRef,
  place: string | null,
) => Promise<Omit<ReadPage, 'next'> & { readonly next: string | null }>;

/** Reads a list that hangs on a contact, page by page. */
export function contactList(
  operation: string,
  listPage: ListPage,
): ReadStep<VendorClient, IntercomSettings, ContactRef, Trail> {
  return {
    ref: contactRef,
    cursor: jsonCodec<Trail>('place in a list of a contact', trailSchema),
    async read(context, ref, cursor) {
      try {
        const page = await listPage(context, ref, cursor?.place ?? null);
        return { ...page, next: page.next === null ? null : follow(cursor, page.next, operation) };
      } catch (error) {
        if (!answeredWith(error, 404, 410)) throw error;
        return skippedPage('Intercom no longer knows the contact that this list belongs to.');
      }
    },
  };
}
