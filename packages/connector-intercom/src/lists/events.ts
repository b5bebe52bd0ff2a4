import type { DataRecord, Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { queryOfNextLink } from '@privacy-connectors/core/paging';
import { unwrap } from '../generated/client.js';
import type { components } from '../generated/schema.js';
import { profileOf } from '../settings/profile.js';
import { timeOf } from '../values/time-of.js';
import { contactList } from './contact-list.js';

type Event = components['schemas']['Event'];

const operation = 'listEvents';
const path = '/events';
const PER_PAGE = 100;

/** What a contact did in the last 90 days. The place of a page is the `before` of the URL that leads to it. */
export const events = contactList(operation, async ({ client, signal, settings }, { contactId }, before) => {
  const query = { type: 'user', intercom_user_id: contactId, per_page: PER_PAGE } as const;
  const params = { query: before === null ? query : { ...query, before } };
  const list = unwrap(operation, await client.GET(path, { params, signal }));
  const { baseUrl } = profileOf(settings);
  return {
    records: await Promise.all(
      list.events.map((event, index) => recordOf(event, contactId, list.events.slice(0, index))),
    ),
    next: nextBefore(queryOfNextLink(withoutHost(list.pages?.next, baseUrl), { baseUrl, path, operation })),
  };
});

/** Links of a workspace in the EU or AU may name the host of the US; it is never called, the path is compared alone. */
function withoutHost(link: string | null | undefined, baseUrl: string): string | null | undefined {
  if (typeof link !== 'string' || link === '' || !URL.canParse(link, baseUrl)) return link;
  const { pathname, search } = new URL(link, baseUrl);
  return `${pathname}${search}`;
}

function nextBefore(query: { readonly [name: string]: string } | null): string | null {
  if (query === null) return null;
  const before = query['before'];
  if (before !== undefined && before !== '') return before;
  throw new VendorContractError('A list of events goes on, but Intercom does not say where.', { operation });
}

/** Events have no id: theirs is made of their content, and of how many alike came before them on the page. */
async function recordOf(event: Event, contactId: string, before: readonly Event[]): Promise<DataRecord> {
  if ((event.intercom_user_id ?? contactId) !== contactId)
    throw new VendorContractError('An event of another contact is among those asked for.', { operation });
  const content = JSON.stringify(event);
  const alike = before.filter((other) => JSON.stringify(other) === content).length;
  return {
    id: await digestOf(`${contactId} ${alike} ${content}`),
    data: event as Json,
    parent: { resource: 'contacts', id: contactId },
    ...timeOf(event.created_at),
    title: event.event_name,
  };
}

/** 32 hexadecimal digits. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex', 0, 16);
}
