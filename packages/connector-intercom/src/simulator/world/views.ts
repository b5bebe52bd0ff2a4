import { ADMIN, ADMIN_ID, BOT, WORKSPACE_ID } from './identities.js';
import type { StoredContact, StoredConversation, StoredPart, StoredTicket } from './stored.js';

/** Whoever wrote something, by id; undefined when there is no such contact any more. */
export type FindContact = (id: string) => StoredContact | undefined;

type View = Readonly<Record<string, unknown>> & { readonly id: string };

const seconds = (time: number) => Math.floor(time / 1000);
const DAY = 86_400_000;

/** A contact as Intercom answers it. Of a lead, the external id is one that Intercom made. */
export function contactView({
  id,
  role,
  person,
  email,
  createdAt,
  ordinal,
  companies,
  archived,
}: StoredContact): View {
  const references = companies.map((company) => ({
    id: company,
    type: 'company',
    url: `/companies/${company}`,
  }));
  return {
    type: 'contact',
    id,
    workspace_id: WORKSPACE_ID,
    external_id: externalIdOf({ role, ordinal }),
    role,
    email,
    phone: role === 'user' ? person.phone : null,
    name: person.name,
    avatar: null,
    owner_id: Number(ADMIN_ID),
    social_profiles: {
      type: 'list',
      data: [{ type: 'social_profile', name: 'Web', url: `https://social.example/${person.canary}` }],
    },
    created_at: seconds(createdAt),
    updated_at: seconds(createdAt + DAY),
    archived,
    location: { type: 'location', country: 'France', city: 'Lyon' },
    custom_attributes: { loyalty_note: `Prefers <b>letters</b> & tea (${person.canary})`, paid: true },
    companies: {
      type: 'list',
      data: references.slice(0, 10),
      total_count: companies.length,
      has_more: companies.length > 10,
    },
  };
}

export function externalIdOf({ role, ordinal }: Pick<StoredContact, 'role' | 'ordinal'>): string {
  const digits = String(ordinal).padStart(4, '0');
  return role === 'user' ? `customer-${ordinal}` : `8a88a590-e1c3-41e2-a502-e0649dbf${digits}`;
}

export function companyView(id: string): View {
  return {
    type: 'company',
    id,
    company_id: `own-${id.slice(0, 8)}`,
    name: `Company ${id.slice(0, 8)}`,
    plan: {},
  };
}

/** The note of that position on a contact: a teammate's words. */
export function noteView({ id, person, createdAt, ordinal }: StoredContact, index: number): View {
  return {
    type: 'note',
    id: String(500_000 + ordinal * 1000 + index),
    created_at: seconds(createdAt + (index + 1) * DAY),
    contact: { type: 'contact', id },
    author: { type: 'admin', ...ADMIN },
    body: `<p>Note ${index}: ${person.name} called.</p>`,
  };
}

/** The event of that position, newest first, all in the last 80 days. `id` is the customer's id of the contact. */
export function eventView(
  contact: StoredContact,
  index: number,
  now: number,
): Readonly<Record<string, unknown>> {
  const step = Math.floor((80 * DAY) / Math.max(1, contact.events));
  // A day of the calendar, so that the same event has the same time whenever it is listed.
  const newest = Math.floor(now / DAY) * DAY - DAY;
  return {
    type: 'event',
    event_name: ['ordered-item', 'invited-friend'][index % 2],
    created_at: seconds(newest - index * step),
    id: externalIdOf(contact),
    user_id: externalIdOf(contact),
    intercom_user_id: contact.id,
    email: contact.email,
    metadata: { number: index, note: contact.person.canary },
  };
}

export function partView(part: StoredPart, find: FindContact): View {
  return {
    type: part.type === 'source' ? 'conversation' : 'conversation_part',
    ...(part.type === 'source'
      ? { delivered_as: 'customer_initiated', subject: part.redacted ? '' : '<p>A question</p>', url: null }
      : { part_type: part.type }),
    id: part.id,
    created_at: seconds(part.createdAt),
    body: part.body,
    author: authorView(part.author, find),
    attachments: part.redacted ? [] : attachmentsOf(part),
    redacted: part.redacted,
  };
}

/** Signed and on a host of its own: whoever follows it leaves the API. */
function attachmentsOf(part: StoredPart): readonly unknown[] {
  const hasFile = part.hasFile ?? (part.body !== null && Number(part.id) % 3 === 0);
  if (!hasFile) return [];
  return [
    {
      type: 'upload',
      name: 'bill.pdf',
      content_type: 'application/pdf',
      url: `https://downloads.intercomcdn.example/${part.id}?signature=abc`,
    },
  ];
}

function authorView({ type, id }: StoredPart['author'], find: FindContact): unknown {
  if (type !== 'contact') return { type, ...(type === 'bot' ? BOT : ADMIN) };
  const contact = find(id);
  return {
    type: contact?.role ?? 'user',
    id,
    name: contact?.person.name ?? null,
    email: contact?.email ?? null,
  };
}

function referencesTo(contactIds: readonly string[], find: FindContact): unknown {
  const contacts = contactIds.map((id) => {
    const contact = find(id);
    return { type: 'contact', id, external_id: contact === undefined ? null : externalIdOf(contact) };
  });
  return { type: 'contact.list', contacts };
}

/** As the search answers it: without what was said after the source. */
export function conversationSummaryView(
  { id, createdAt, contactIds, source, parts }: StoredConversation,
  find: FindContact,
): View {
  const contact = contactIds[0];
  return {
    type: 'conversation',
    id,
    title: null,
    created_at: seconds(createdAt),
    updated_at: seconds(parts.at(-1)?.createdAt ?? createdAt),
    open: false,
    state: 'closed',
    admin_assignee_id: Number(ADMIN_ID),
    tags: { type: 'tag.list', tags: [{ type: 'tag', id: '1', name: 'billing' }] },
    conversation_rating: {
      rating: 5,
      remark: null,
      created_at: seconds(createdAt),
      contact: { type: 'contact', id: contact },
    },
    source: partView(source, find),
    contacts: referencesTo(contactIds, find),
    teammates: { type: 'admin.list', admins: [{ type: 'admin', id: ADMIN_ID }] },
  };
}

/** Intercom's limit on the parts of one conversation. */
const MOST_PARTS = 500;

export function conversationView(conversation: StoredConversation, find: FindContact): View {
  const parts = conversation.parts.slice(-MOST_PARTS).map((part) => partView(part, find));
  return {
    ...conversationSummaryView(conversation, find),
    conversation_parts: {
      type: 'conversation_part.list',
      conversation_parts: parts,
      total_count: conversation.parts.length,
    },
  };
}

export function ticketSummaryView(
  { id, number, createdAt, contactIds, description }: StoredTicket,
  find: FindContact,
): View {
  return {
    type: 'ticket',
    id,
    ticket_id: String(number),
    category: 'Customer',
    ticket_attributes: { _default_title_: `Ticket ${number}`, _default_description_: description },
    ticket_state: { type: 'ticket_state', id: '1', category: 'submitted' },
    created_at: seconds(createdAt),
    updated_at: seconds(createdAt + DAY),
    open: true,
    contacts: referencesTo(contactIds, find),
  };
}

export function ticketView(ticket: StoredTicket, find: FindContact): View {
  const parts = ticket.parts.map((part) => ({ ...partView(part, find), type: 'ticket_part' }));
  return {
    ...ticketSummaryView(ticket, find),
    ticket_parts: { type: 'ticket_part.list', ticket_parts: parts, total_count: parts.length },
  };
}
