import LinkHeader from 'http-link-header';
import { VendorContractError } from '../errors/index.js';

/** Query parameters of the next page, as the vendor named them. @public */
export type PageQuery = { readonly [name: string]: string };

/** A listing, to which its links are compared. @public */
export interface Listing {
  /** Where the connection's calls start. */
  readonly baseUrl: string;
  /** Path of the listing, without a host. */
  readonly path: string;
  /** The operation that reads it, for errors. */
  readonly operation: string;
}

/**
 * The target of the first link with this relation in a `Link` header (RFC 8288), as the vendor wrote it, or null.
 * @throws VendorContractError when the header cannot be read. @public
 */
export function linkTarget(header: string | null, relation: string, operation: string): string | null {
  if (header === null || header.trim() === '') return null;
  try {
    return LinkHeader.parse(header).rel(relation)[0]?.uri ?? null;
  } catch {
    throw misunderstood(operation);
  }
}

/**
 * The query of a link to the next page of a listing; null when there is no link, which is the end. Only the query is to be
 * used, so that no call ever leaves for a place a vendor names; of a repeated parameter the last one counts.
 * @throws VendorContractError when the link leads to another host or path than the listing's, or says nothing: stopping
 * there would lose data. @public
 */
export function queryOfNextLink(link: string | null | undefined, listing: Listing): PageQuery | null {
  if ((link ?? '') === '') return null;
  const here = new URL(`${listing.baseUrl}${listing.path}`);
  const target = resolved(link ?? '', here);
  const query = Object.fromEntries(target?.searchParams ?? []);
  if (target === undefined || Object.keys(query).length === 0) throw misunderstood(listing.operation);
  return query;
}

/** Undefined when the link leads elsewhere. */
function resolved(link: string, here: URL): URL | undefined {
  if (!URL.canParse(link, here.href)) return undefined;
  const target = new URL(link, here);
  return target.origin === here.origin && samePath(target, here) ? target : undefined;
}

function samePath(one: URL, other: URL): boolean {
  return one.pathname.replace(/\/$/, '') === other.pathname.replace(/\/$/, '');
}

function misunderstood(operation: string): VendorContractError {
  return new VendorContractError('A listing goes on at a link that cannot be followed safely.', {
    operation,
  });
}
