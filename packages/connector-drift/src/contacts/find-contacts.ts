import { answeredWith } from '@privacy-connectors/core/http';
import type { PageQuery } from '@privacy-connectors/core/paging';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import { otherwiseWhenRefused } from '../client/when-refused.js';
import { nextContactsPage } from '../paging/next-link.js';
import type { Contact } from './contact.js';
import { NOBODY } from './nobody.js';

/** One page of contacts that Drift found under an e-mail; not re-checked. */
export interface ContactsPage {
  readonly contacts: readonly Contact[];
  readonly next: PageQuery | null;
}

/** Without a limit Drift may give as little as one contact a page. */
const firstParameters: PageQuery = { limit: '100' };

/** Contacts with exactly this e-mail: the first page, or the one that a page before named. 404 means there are none. */
export async function findContacts(
  context: DriftContext,
  email: string,
  page: PageQuery | null,
): Promise<ContactsPage> {
  if (page !== null) return ask(context, email, page);
  try {
    return await firstPage(context, email);
  } catch (error) {
    if (answeredWith(error, 404)) return { contacts: [], next: null };
    throw error;
  }
}

/**
 * The same for a spelling that was derived from the given one. Drift may refuse it as an e-mail (400, 422), and what cannot
 * be an e-mail there is nobody's; a vendor that refuses another one too says nothing about the spelling.
 */
export async function findContactsByDerived(
  context: DriftContext,
  email: string,
  page: PageQuery | null,
): Promise<ContactsPage> {
  try {
    return await findContacts(context, email, page);
  } catch (error) {
    if (page !== null || !answeredWith(error, 400, 422)) throw error;
  }
  await findContacts(context, NOBODY, null);
  return { contacts: [], next: null };
}

/** The contact API answers 400 to a query parameter it does not know, and `limit` is not surely known. */
function firstPage(context: DriftContext, email: string): Promise<ContactsPage> {
  return otherwiseWhenRefused(
    () => ask(context, email, firstParameters),
    () => ask(context, email, {}),
  );
}

async function ask(context: DriftContext, email: string, page: PageQuery): Promise<ContactsPage> {
  const query = { ...page, email };
  const result = await context.client.GET('/contacts', { params: { query }, signal: context.signal });
  const { data } = unwrap('findContacts', result);
  return { contacts: [data].flat(), next: nextContactsPage(result.response.headers.get('link')) };
}
