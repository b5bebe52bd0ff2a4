import { unwrap } from '../generated/client.js';
import type { components } from '../generated/schema.js';
import { nextPlace, searchBody, withContact } from '../paging/search.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { verified } from '../values/verified.js';
import { participantsOf, withoutOthers } from './participants.js';
import { isPlanRestricted } from './plan-restricted.js';
import type { ThreadKind } from './thread-kind.js';

const search = 'searchTickets';

const NO_TICKETS = { why: 'The Intercom plan of the workspace has no tickets.' };

/** Tickets: attributes, and parts, which are replies and changes of the state. */
export const ticket: ThreadKind<components['schemas']['TicketSummary']> = {
  resource: 'tickets',
  messages: 'ticketMessages',
  search,
  async list({ client, signal }, contactId, place) {
    const body = searchBody(withContact(contactId), place);
    const result = await client.POST('/tickets/search', { body, signal });
    if (isPlanRestricted(result)) return { things: [], next: null, skipped: NO_TICKETS };
    const { tickets, pages } = unwrap(search, result);
    return { things: tickets, next: nextPlace(pages) };
  },
  async get({ client, signal }, ticketId) {
    const result = await client.GET('/tickets/{ticketId}', { params: { path: { ticketId } }, signal });
    if (result.response.status === 404) return null;
    const {
      id,
      contacts,
      ticket_parts: parts,
    } = verified(unwrap('getTicket', result), ticketId, 'getTicket');
    return { id, contacts, parts: parts.ticket_parts, total: parts.total_count };
  },
  /** Without its parts, which are messages, and without attributes that another person may have written. */
  describe(summary, contactId) {
    const foreign = participantsOf(summary).length > 1 ? ['ticket_attributes'] : [];
    return {
      data: withoutOthers(summary, contactId, 'ticket_parts', ...foreign),
      ...timeOf(summary.created_at),
      title: `Ticket ${textOf(summary.ticket_id) ?? summary.id}`,
    };
  },
};
