import LinkHeader from 'http-link-header';
import { VendorContractError } from '@privacy-connectors/core/errors';

/** Query parameters of the next page, as the vendor named them. */
export type PageParameters = { readonly [name: string]: string };

/** What a relative link is relative to; its host is never called. */
const CONTACTS_URL = 'https://driftapi.com/contacts';

/**
 * The way to the next page of `GET /contacts` out of a `Link` header, or null at the end. Only the query is taken: the
 * host of the link is never called. An e-mail in it is dropped, since the one asked for is sent with every page.
 * @throws VendorContractError when there is a next page that cannot be understood; stopping there would lose contacts.
 */
export function nextContactsPage(header: string | null): PageParameters | null {
  if (header === null || header.trim() === '') return null;
  const [reference] = nextReferences(header);
  if (reference === undefined) return null;
  const url = URL.canParse(reference, CONTACTS_URL) ? new URL(reference, CONTACTS_URL) : null;
  if (url === null || !/\/contacts\/?$/.test(url.pathname)) throw misunderstood();
  return pageParameters(url.searchParams);
}

function nextReferences(header: string): string[] {
  try {
    return LinkHeader.parse(header)
      .rel('next')
      .map((reference) => reference.uri);
  } catch {
    throw misunderstood();
  }
}

/** Of a repeated parameter the last one counts. */
function pageParameters(query: URLSearchParams): PageParameters {
  const parameters = Object.fromEntries([...query].filter(([name]) => name !== 'email'));
  if (Object.keys(parameters).every((name) => name === 'limit')) throw misunderstood();
  return parameters;
}

function misunderstood(): VendorContractError {
  return new VendorContractError('The list of contacts goes on at a link that cannot be followed safely.', {
    operation: 'findContacts',
  });
}
