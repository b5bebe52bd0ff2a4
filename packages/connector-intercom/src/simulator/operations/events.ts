import {
  json,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import { eventView } from '../world/views.js';
import type { Context } from './context.js';
import { intercomError } from './errors.js';
import { guarded } from './guarded.js';
import { positive } from './numbered-list.js';

const DEFAULT_PER_PAGE = 50;

/** `GET /events`: the way to the next page is a URL, which outside the US may name another host than the region's. */
export function eventRoutes(context: Context, baseUrl: () => string): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'listEvents',
      method: 'GET',
      template: '/events',
      scopes: ['read_events'],
      handle: (request) => listEvents(context, request, hostOf(context, baseUrl)),
    }),
  ];
}

function hostOf({ behaviour }: Context, baseUrl: () => string): string {
  return behaviour.region === 'US' ? baseUrl() : 'https://api.intercom.io';
}

function listEvents({ world, behaviour }: Context, { query }: SimulatedRequest, baseUrl: string): Answer {
  const perPage = positive(query.get('per_page'), DEFAULT_PER_PAGE);
  // The page after event n asks for what is before n.
  const begin = query.has('before') ? positive(query.get('before'), 1) : 0;
  if (query.get('type') !== 'user' || perPage === undefined || begin === undefined) return intercomError(400);
  const contact = world.contacts.find(({ id }) => id === query.get('intercom_user_id'));
  if (contact === undefined) return intercomError(404);
  const size = Math.min(perPage, behaviour.pageSize);
  const length = Math.max(0, Math.min(size, contact.events - begin));
  const events = Array.from({ length }, (_, index) => eventView(contact, begin + index, behaviour.now()));
  const more = begin + length < contact.events;
  const next = new URLSearchParams({ ...Object.fromEntries(query), before: String(begin + length) });
  const pages = more ? { next: `${baseUrl}/events?${next.toString()}` } : {};
  return json(200, { type: 'event.list', events, pages, intercom_user_id: contact.id });
}
