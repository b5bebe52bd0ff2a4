import type {
  ConformanceVendor,
  RunningVendor,
  TokenSpelling,
  VendorOptions,
  VendorPerson,
} from '@privacy-connectors/conformance';
import type { Author, AuthorKind, Identifier, Json, Person } from '@privacy-connectors/core';
import { eventIdsOf } from './support/event-ids.js';
import { ADMIN, BOT } from '../src/simulator/world/identities.js';
import type { StoredConversation, StoredPart, StoredTicket } from '../src/simulator/world/stored.js';
import {
  startIntercomSimulator,
  type IntercomSimulator,
  type IntercomWorld,
} from '../src/simulator/index.js';

const subject = 'Grace.Hopper@example.com';
const stranger = 'ada.lovelace@example.com';
const holdings = { conversations: 3, partsPerConversation: 6, tickets: 3, notes: 2, companies: 2, events: 3 };

/** Intercom as the conformance kit needs it: one thing on a page, and a while until what is deleted is gone. */
export const intercomVendor: ConformanceVendor = {
  start,
  // Intercom's answer for what is gone.
  notFoundMeansNone: ['getContact', 'getConversation', 'getTicket'],
  withoutThings,
  tokenSpellings: [
    spelling({ token: 'a', access_token: 'a' }),
    spelling({ token: 'a' }),
    spelling({ access_token: 'a' }),
  ],
  manyRecords: 'events',
  variants: [{ includeNotes: false }, { retainMetrics: false }],
};

async function start({ now, scopes, manyRecords }: VendorOptions): Promise<RunningVendor> {
  const simulator = await startIntercomSimulator({
    subjects: [
      { email: subject, ...holdings, ...(manyRecords === undefined ? {} : { events: manyRecords }) },
      { email: stranger, ...holdings },
    ],
    pageSize: manyRecords === undefined ? 1 : 100,
    requestsPerWindow: 20,
    deletionLagMilliseconds: 90_000,
    scopes,
    now,
  });
  const { world } = simulator;
  const companion = personOf(simulator, world.companionOf(subject) ?? '');
  return {
    settings: { baseUrl: simulator.baseUrl, vendorRequestsPerMinute: 120 },
    accessToken: simulator.staticToken,
    subject: personOf(simulator, subject),
    stranger: personOf(simulator, stranger),
    others: [companion],
    unknown: { identifiers: unknown },
    faults: simulator.faults,
    calls: simulator.calls,
    authorization: authorizationOf(simulator, scopes),
    stillHolds: (operation) => stillHolds(simulator, operation as unknown as Erased),
    close: () => simulator.close(),
  };
}

const unknown: readonly Identifier[] = [
  { kind: 'email', value: 'nobody@nowhere.example' },
  { kind: 'phone', value: '+10000000000' },
  { kind: 'external_id', value: 'customer-none' },
];

function authorizationOf({ clientId, clientSecret, tokens }: IntercomSimulator, scopes: readonly string[]) {
  return {
    clientId,
    clientSecret,
    accessTokenSeconds: null,
    authorize: (redirectUri: string) => tokens.authorize(scopes, redirectUri),
    expireAccessTokens: () => {
      tokens.expireAccessTokens();
    },
  };
}

function personOf({ world }: IntercomSimulator, email: string): VendorPerson {
  const held = world.expectedRecords(email);
  const ids = (things: readonly { readonly [name: string]: unknown }[]) => things.map(({ id }) => String(id));
  const user = held.contacts.find(({ role }) => role === 'user');
  // Leads have neither.
  const ofUser = ids(user === undefined ? [] : [user]).map((id) => `contacts/${id}`);
  const identifiers: Identifier[] = [{ kind: 'email', value: email }];
  for (const [kind, value] of [
    ['phone', user?.['phone']],
    ['external_id', user?.['external_id']],
  ] as const)
    if (typeof value === 'string') identifiers.push({ kind, value });
  return {
    subject: { identifiers },
    foundBy: { phone: ofUser, external_id: ofUser },
    authors: {
      notes: Object.fromEntries(ids(held.notes).map((id) => [id, { kind: 'agent', internal: true }])),
      messages: authorsIn(held.conversations.map(withSource), ids(held.contacts)),
      ticketMessages: authorsIn(held.tickets, ids(held.contacts)),
    },
    thirdParties: {
      ...peopleIn('conversations', held.conversations.map(withSource), ids(held.contacts), world),
      ...peopleIn('tickets', held.tickets, ids(held.contacts), world),
    },
    records: {
      contacts: ids(held.contacts),
      companies: held.companies,
      notes: ids(held.notes),
      events: eventIdsOf(held.events),
      conversations: held.conversations.map(({ id }) => id),
      messages: held.conversations
        .map(withSource)
        .flatMap(({ parts, contactIds }) => messageIds(parts, contactIds, ids(held.contacts))),
      tickets: held.tickets.map(({ id }) => id),
      ticketMessages: held.tickets.flatMap(({ parts, contactIds }) =>
        messageIds(parts, contactIds, ids(held.contacts)),
      ),
    },
    files: {},
    canaries: [email, email.toLowerCase(), ...world.canariesOf(email)],
    isErased: () => !world.holds(email),
  };
}

/** What another person said is read for each contact of this one that takes part. */
function messageIds(
  parts: readonly Pick<StoredPart, 'id' | 'author'>[],
  contactIds: readonly string[],
  own: readonly string[],
): readonly string[] {
  const readers = contactIds.filter((id) => own.includes(id));
  return parts.flatMap(({ id, author }) =>
    author.type === 'contact' && !own.includes(author.id)
      ? readers.map((reader) => `other:${reader}:${id}`)
      : [id],
  );
}

type Thread = Pick<StoredTicket, 'id' | 'contactIds' | 'parts'>;

function withSource({ id, contactIds, source, parts }: StoredConversation): Thread {
  return { id, contactIds, parts: [{ ...source, id: `source:${source.id}` }, ...parts] };
}

function authorsIn(threads: readonly Thread[], own: readonly string[]): Readonly<Record<string, Author>> {
  const all = threads.flatMap(({ contactIds, parts }) =>
    parts.flatMap((part) =>
      messageIds([part], contactIds, own).map((id): [string, Author] => [
        id,
        { kind: kindOf(part, own), internal: part.type === 'note' },
      ]),
    ),
  );
  return Object.fromEntries(all);
}

function kindOf({ author: { type, id } }: Pick<StoredPart, 'author'>, own: readonly string[]): AuthorKind {
  if (type !== 'contact') return type === 'bot' ? 'bot' : 'agent';
  return own.includes(id) ? 'subject' : 'other_person';
}

/** Everybody but the person who wrote something, as Intercom names authors. */
function peopleIn(
  resource: string,
  threads: readonly Thread[],
  own: readonly string[],
  { contacts }: IntercomWorld,
): Readonly<Record<string, readonly Person[]>> {
  const byId = (id: string) => contacts.find((contact) => contact.id === id);
  const named = (part: StoredPart): Person[] => {
    const kind = kindOf(part, own);
    if (kind === 'subject') return [];
    const contact = byId(part.author.id);
    const staff = kind === 'bot' ? BOT : ADMIN;
    const { name, email } = kind === 'other_person' ? { name: contact?.person.name, ...contact } : staff;
    return [
      {
        kind,
        names: [name ?? ''],
        identifiers: [
          { kind: 'user_id', value: part.author.id },
          ...(typeof email === 'string' ? [{ kind: 'email', value: email } as const] : []),
        ],
      },
    ];
  };
  return Object.fromEntries(threads.map(({ id, parts }) => [`${resource}/${id}`, parts.flatMap(named)]));
}

interface Erased {
  readonly kind: 'conversation' | 'part' | 'source' | 'ticket' | 'contact';
  readonly id: string;
  readonly conversationId: string | null;
}

function stillHolds({ world }: IntercomSimulator, { kind, id, conversationId }: Erased): boolean {
  if (kind === 'conversation') return world.conversations.some((each) => each.id === id);
  if (kind === 'ticket') return world.tickets.some((each) => each.id === id);
  if (kind === 'contact') return world.contacts.some((each) => each.id === id);
  const conversation = world.conversations.find((each) => each.id === conversationId);
  if (conversation === undefined) return false;
  const parts = kind === 'source' ? [conversation.source] : conversation.parts;
  return parts.some((part) => part.id === id && !part.redacted);
}

function spelling(answer: { readonly [name: string]: string }): TokenSpelling {
  return { answer: { ...answer, token_type: 'Bearer' }, says: { access_token: 'a', token_type: 'bearer' } };
}

/** What each listing calls its things. */
const listings: Readonly<Record<string, string>> = {
  searchContacts: 'data',
  listCompanies: 'data',
  listNotes: 'data',
  listEvents: 'events',
  searchConversations: 'conversations',
  searchTickets: 'tickets',
};

function withoutThings(operationId: string, body: Json): Json | undefined {
  const answer = body as { readonly [key: string]: Json };
  // A plan pages through the parts of one conversation after the other.
  if (operationId === 'getConversation')
    return { ...answer, conversation_parts: { conversation_parts: [], total_count: 0 } };
  const name = listings[operationId];
  return name === undefined ? undefined : { ...answer, [name]: [] };
}
