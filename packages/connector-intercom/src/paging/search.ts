import type { components } from '../generated/schema.js';

type Search = components['schemas']['Search'];

/** What is searched for. */
export type Query = Search['query'];

const PER_PAGE = 50;

/** The body of a search; its cursor goes there, too. `place` is null for the first page. */
export function searchBody(query: Query, place: string | null): Search {
  return { query, pagination: { per_page: PER_PAGE, ...(place === null ? {} : { starting_after: place }) } };
}

/** Everything in which a contact takes part. */
export function withContact(contactId: string): Query {
  return { field: 'contact_ids', operator: '=', value: contactId };
}

/** The cursor of the next page, or null at the end. */
export function nextPlace(pages: components['schemas']['CursorPages'] | undefined): string | null {
  return pages?.next?.starting_after ?? null;
}
