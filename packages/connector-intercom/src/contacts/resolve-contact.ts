import { linkTarget } from '@privacy-connectors/core/paging';
import { unwrap } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';
import type { components } from '../generated/schema.js';
import { verified } from '../values/verified.js';

export type Contact = components['schemas']['Contact'];

const operation = 'getContact';

/** Merges that Intercom lets one follow from a contact. */
const MOST_HOPS = 3;

/** What a contact's id leads to: a contact (another one, when it was merged), nothing, or nowhere that can be told. */
export type Resolved = { readonly contact: Contact } | 'gone' | 'unclear';

/** Reads a contact, through its merges (410) when there were some. */
export async function resolveContact(context: IntercomContext, contactId: string): Promise<Resolved> {
  let id: string | undefined = contactId;
  for (let hop = 0; id !== undefined && hop <= MOST_HOPS; hop += 1) {
    const result = await ask(context, id);
    if (result.response.status === 404) return 'gone';
    if (result.response.status !== 410)
      return { contact: verified(unwrap(operation, result), id, operation) };
    id = canonicalId(result.response.headers.get('link'));
  }
  return 'unclear';
}

function ask({ client, signal }: IntercomContext, contactId: string) {
  return client.GET('/contacts/{contactId}', { params: { path: { contactId } }, signal });
}

/** Of the link only the id is taken: its host and path are never called. */
function canonicalId(header: string | null): string | undefined {
  const target = linkTarget(header, 'canonical', operation);
  return /^\/contacts\/([\da-f]{24})$/.exec(target ?? '')?.[1];
}
