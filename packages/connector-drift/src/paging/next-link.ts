import { VendorContractError } from '@privacy-connectors/core/errors';
import { linkTarget, type PageQuery } from '@privacy-connectors/core/paging';

/** What a relative link is relative to; its host is never called. */
const CONTACTS_URL = 'https://driftapi.com/contacts';

const operation = 'findContacts';

/**
 * The way to the next page of `GET /contacts` out of a `Link` header, or null at the end. Only the query is taken, whatever
 * the host: Drift's links are known to name another host of Drift than the one that was asked. An e-mail in it is dropped,
 * since the one asked for is sent with every page.
 * @throws VendorContractError when there is a next page that cannot be understood; stopping there would lose contacts.
 */
export function nextContactsPage(header: string | null): PageQuery | null {
  const link = linkTarget(header, 'next', operation);
  if (link === null) return null;
  const url = URL.canParse(link, CONTACTS_URL) ? new URL(link, CONTACTS_URL) : null;
  if (url === null || !/\/contacts\/?$/.test(url.pathname)) throw misunderstood();
  return pageQuery(url.searchParams);
}

/** Of a repeated parameter the last one counts. */
function pageQuery(parameters: URLSearchParams): PageQuery {
  const query = Object.fromEntries([...parameters].filter(([name]) => name !== 'email'));
  if (Object.keys(query).every((name) => name === 'limit')) throw misunderstood();
  return query;
}

function misunderstood(): VendorContractError {
  return new VendorContractError('The list of contacts goes on at a link that cannot be followed safely.', {
    operation,
  });
}
