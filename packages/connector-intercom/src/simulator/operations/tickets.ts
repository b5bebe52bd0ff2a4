import {
  json,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { StoredTicket } from '../world/stored.js';
import { ticketSummaryView, ticketView } from '../world/views.js';
import type { Context } from './context.js';
import { findIn } from './conversations.js';
import { intercomError } from './errors.js';
import { guarded } from './guarded.js';
import { search } from './search.js';

/** Search, read and delete tickets. The search leaves their parts out: whether Intercom's does is not sure. */
export function ticketRoutes(context: Context): readonly Route[] {
  const template = '/tickets/{ticketId}';
  return [
    guarded(context, {
      operationId: 'searchTickets',
      method: 'POST',
      template: '/tickets/search',
      scopes: ['read_tickets'],
      handle: (request) => searchTickets(context, request),
    }),
    guarded(context, {
      operationId: 'getTicket',
      method: 'GET',
      template,
      scopes: ['read_tickets'],
      handle: (request) =>
        withTicket(context, request, (found) => json(200, ticketView(found, findIn(context)))),
    }),
    guarded(context, {
      operationId: 'deleteTicket',
      method: 'DELETE',
      template,
      scopes: ['write_tickets'],
      handle: (request) =>
        withTicket(context, request, (found) => {
          context.world.delete(found);
          return json(200, { id: found.id, object: 'ticket', deleted: true });
        }),
    }),
  ];
}

function searchTickets(context: Context, request: SimulatedRequest): Answer {
  if (!context.behaviour.hasTickets) return intercomError(403, 'api_plan_restricted');
  const things = context.world.tickets.map((ticket) => ({
    id: ticket.id,
    fields: { id: [ticket.id], contact_ids: ticket.contactIds },
    view: ticketSummaryView(ticket, findIn(context)),
  }));
  return search(context, request, {
    name: 'tickets',
    type: 'ticket.list',
    fields: ['id', 'contact_ids'],
    things,
  });
}

function withTicket(
  { world }: Context,
  { parameters }: SimulatedRequest,
  then: (ticket: StoredTicket) => Answer,
): Answer {
  const ticket = world.tickets.find(({ id }) => id === parameters['ticketId']);
  return ticket === undefined ? intercomError(404) : then(ticket);
}
