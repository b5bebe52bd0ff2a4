import type { Answer, SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import type { KlaviyoBehaviour } from '../options.js';
import { document, klaviyoError } from './answers.js';

/** A listing, whose things are made when they are asked for. */
export interface Listing {
  readonly count: number;
  readonly at: (index: number) => unknown;
  readonly included?: readonly unknown[];
  /** Things on a page: unless asked for, and at most. */
  readonly size: { readonly usual: number; readonly most: number };
}

/** The page that a request asks for, with the absolute URL of the next one. */
export function pageOf(behaviour: KlaviyoBehaviour, request: SimulatedRequest, listing: Listing): Answer {
  const { usual, most } = listing.size;
  const asked = Number(request.query.get('page[size]') ?? usual);
  if (!Number.isInteger(asked) || asked < 1 || asked > most)
    return klaviyoError(400, `A page has 1 to ${most} things.`, { parameter: 'page[size]' });
  const from = offsetOf(request.query.get('page[cursor]'));
  if (from === undefined) return klaviyoError(400, 'Invalid cursor.', { parameter: 'page[cursor]' });
  const size = Math.min(asked, behaviour.pageSize ?? most);
  const end = Math.min(from + size, listing.count);
  const data = Array.from({ length: Math.max(0, end - from) }, (_, index) => listing.at(from + index));
  const links = {
    self: linkTo(request, request.query),
    next: end < listing.count ? linkTo(request, withCursor(request.query, end)) : null,
    prev: null,
  };
  return document(200, { data, ...(listing.included && { included: listing.included }), links });
}

function linkTo({ headers, path }: SimulatedRequest, query: URLSearchParams): string {
  const search = query.toString();
  return `http://${headers.host ?? ''}${path}${search === '' ? '' : `?${search}`}`;
}

function withCursor(query: URLSearchParams, offset: number): URLSearchParams {
  const next = new URLSearchParams(query);
  next.set('page[cursor]', Buffer.from(`next::offset::${offset}`).toString('base64url'));
  return next;
}

function offsetOf(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const found = /^next::offset::(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  return found?.[1] === undefined ? undefined : Number(found[1]);
}
