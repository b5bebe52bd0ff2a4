import { json, type Answer, type SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import type { DriftBehaviour } from '../options.js';
import type { Filter } from '../world/conversation-order.js';
import { summaryOf } from '../world/conversation.js';
import type { StoredConversation } from '../world/stored.js';
import type { Context } from './context.js';
import { driftError } from './errors.js';
import { offsetOf, positiveInteger } from './numbers.js';
import { decodePageToken, encodePageToken } from './page-token.js';

const DEFAULT_LIMIT = 25;
const OFFSET_MAXIMUM = 50;
const KEYSET_MAXIMUM = 100;
const STATUS_IDS: Readonly<Record<string, string>> = { '1': 'open', '2': 'closed', '3': 'pending' };

/** The conversations of the organisation, in the paging styles that the options name. */
export function listConversations(context: Context, request: SimulatedRequest): Answer {
  const call = { next: request.query.get('next'), pageToken: request.query.get('page_token') };
  const refusal = REFUSALS.find(({ applies }) => applies(context.behaviour, call));
  if (refusal !== undefined) return driftError(400, refusal.message);
  const { paging } = context.behaviour;
  const keyset = paging === 'keyset' || (paging === 'both' && call.pageToken !== null);
  return keyset ? keysetPage(context, request.query) : offsetPage(context, request.query);
}

interface WayOn {
  readonly next: string | null;
  readonly pageToken: string | null;
}

interface Refusal {
  readonly message: string;
  readonly applies: (behaviour: DriftBehaviour, call: WayOn) => boolean;
}

const REFUSALS: readonly Refusal[] = [
  { message: 'next is not known', applies: ({ paging }, { next }) => paging === 'keyset' && next !== null },
  {
    message: 'page_token is not known',
    applies: ({ paging }, { pageToken }) => paging === 'offset' && !isBlank(pageToken),
  },
  {
    message: 'page_token is required',
    applies: ({ paging, pageTokenRequired }, { next, pageToken }) =>
      paging !== 'offset' && pageTokenRequired && next === null && pageToken === null,
  },
];

function isBlank(text: string | null): boolean {
  return text === null || text === '';
}

/** Style A. Where both styles exist, an answer shows the way on in either. */
function offsetPage(context: Context, query: URLSearchParams): Answer {
  const limit = limitOf(context, query, OFFSET_MAXIMUM);
  const offset = offsetOf(query.get('next'));
  const statuses = statusesOf(query);
  if (limit === undefined || offset === undefined || statuses === undefined) return driftError(400);
  const { conversations } = context.world;
  const [page, more] = split(conversations.fromOffset(offset, limit + 1, having(statuses)), limit);
  const pagination = more ? { more, next: String(offset + limit) } : { more };
  const links =
    context.behaviour.paging === 'both' ? { links: linksOf(page, more, { limit, statuses }) } : {};
  return json(200, { data: page.map(summaryOf), pagination, ...links });
}

/** Style B. The token carries place, filter and page size. */
function keysetPage(context: Context, query: URLSearchParams): Answer {
  const pageToken = query.get('page_token');
  const token = isBlank(pageToken) ? undefined : decodePageToken(pageToken ?? '');
  if (!isBlank(pageToken) && token === undefined) return driftError(400, 'page_token is not valid');
  const carried = token ?? firstPage(context, query);
  if (carried === undefined) return driftError(400);
  const found = context.world.conversations.after(token, carried.limit + 1, having(carried.statuses));
  const [page, more] = split(found, carried.limit);
  return json(200, { data: page.map(summaryOf), links: linksOf(page, more, carried) });
}

interface Carried {
  readonly limit: number;
  readonly statuses: readonly string[];
}

function firstPage(context: Context, query: URLSearchParams): Carried | undefined {
  const limit = limitOf(context, query, KEYSET_MAXIMUM);
  const statuses = statusesOf(query);
  return limit === undefined || statuses === undefined ? undefined : { limit, statuses };
}

function limitOf(context: Context, query: URLSearchParams, maximum: number): number | undefined {
  const limit = positiveInteger(query.get('limit') ?? String(DEFAULT_LIMIT));
  if (limit === undefined || limit <= maximum) return limit;
  return context.behaviour.overLimit === 'clamp' ? maximum : undefined;
}

/** The filter's words; empty when every status is asked for, undefined when a number is not known. */
function statusesOf(query: URLSearchParams): readonly string[] | undefined {
  const statuses = query.getAll('statusId').map((id) => STATUS_IDS[id]);
  return statuses.every((status) => status !== undefined) ? statuses : undefined;
}

function having(statuses: readonly string[]): Filter | undefined {
  return statuses.length === 0 ? undefined : (conversation) => statuses.includes(conversation.status);
}

/** The page, and whether anything comes after it. */
function split(
  found: readonly StoredConversation[],
  limit: number,
): readonly [readonly StoredConversation[], boolean] {
  return [found.slice(0, limit), found.length > limit];
}

/** Absolute and on Drift's second host, as captured: whoever calls them as they stand leaves the simulator. */
function linksOf(
  page: readonly StoredConversation[],
  more: boolean,
  carried: Carried,
): Readonly<Record<string, string>> {
  const url = (place: StoredConversation | undefined): string => {
    const token =
      place === undefined ? '' : encodePageToken({ ...carried, updatedAt: place.updatedAt, id: place.id });
    return `https://api.drift.com/conversations/list?page_token=${encodeURIComponent(token)}`;
  };
  return more ? { self: url(page[0]), next: url(page.at(-1)) } : { self: url(page[0]) };
}
