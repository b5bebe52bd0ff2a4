import { createHash } from 'node:crypto';
import type {
  ConformanceVendor,
  RunningVendor,
  VendorOptions,
  VendorPerson,
} from '@privacy-connectors/conformance';
import type { Author, Identifier, Json, Person } from '@privacy-connectors/core';
import { personWith } from './support/person.js';
import { previousHandles } from './support/previous-handles.js';
import { tokenSpellings } from './support/token-spellings.js';
import {
  startDriftSimulator,
  type Contact,
  type DriftSimulator,
  type DriftSimulatorOptions,
  type Message,
  type User,
} from '../src/simulator/index.js';

const subject = 'Grace.Hopper@example.com';
const stranger = 'ada.lovelace@example.com';
const accessTokenSeconds = 7200;
const holdings = {
  contacts: 2,
  conversations: 2,
  messagesPerConversation: 60,
  attachmentsPerConversation: 1,
};

/** Drift as the conformance kit needs it: small, with a second page of everything, and slow to erase. */
export const driftVendor = driftVendorWith({});

/** The same, where the sources about Drift disagree, with other behaviour. */
export function driftVendorWith(options: DriftSimulatorOptions): ConformanceVendor {
  return {
    start: (kit) => start(kit, options),
    // By e-mail, Drift says "none" with an empty list or with 404.
    notFoundMeansNone: ['findContacts'],
    // Where it does not tell the users, agents are known by id.
    namesOnly: ['listUsers'],
    unauthorisedMeansHidden: ['getContact'],
    withoutThings,
    tokenSpellings,
    manyRecords: 'messages',
    previousHandles,
  };
}

async function start(
  { now, scopes, manyRecords }: VendorOptions,
  options: DriftSimulatorOptions,
): Promise<RunningVendor> {
  // The subject has two conversations.
  const messages = manyRecords === undefined ? {} : { messagesPerConversation: Math.ceil(manyRecords / 2) };
  const simulator = await startDriftSimulator({
    // With this seed, both have a conversation on each page of the list.
    seed: 2,
    subjects: [
      { email: subject, ...holdings, ...messages },
      { email: stranger, ...holdings },
    ],
    strangers: 10,
    conversations: 110,
    contactsPageSize: 1,
    limits: { requestsPerSecond: 5, burst: 10 },
    erasure: { afterMilliseconds: 15 * 60_000 },
    accessTokenSeconds,
    scopes,
    now,
    ...options,
  });
  return {
    settings: { baseUrl: simulator.baseUrl, authorizationUrl: simulator.authorizationUrl },
    accessToken: simulator.staticToken,
    subject: personOf(simulator, subject, scopes),
    stranger: personOf(simulator, stranger, scopes),
    unknown: personWith('nobody@nowhere.example'),
    faults: simulator.faults,
    calls: simulator.calls,
    authorization: authorizationOf(simulator, scopes),
    touch: (_, conversationId) => {
      simulator.world.addConversationActivity(Number(conversationId));
    },
    close: () => simulator.close(),
  };
}

function authorizationOf({ clientId, clientSecret, tokens }: DriftSimulator, scopes: readonly string[]) {
  return {
    clientId,
    clientSecret,
    accessTokenSeconds,
    authorize: (redirectUri: string) => tokens.authorize(scopes, redirectUri),
    expireAccessTokens: () => {
      tokens.expireAccessTokens();
    },
  };
}

function personOf({ world }: DriftSimulator, email: string, scopes: readonly string[]): VendorPerson {
  const held = world.expectedRecords(email);
  const ids = (things: readonly { readonly id: number }[]) => things.map(({ id }) => String(id));
  const digests = held.attachments.map(({ id, bytes }): [string, string] => [String(id), digestOf(bytes)]);
  const canaries = JSON.stringify(held.contacts).match(/canary-[\da-z]+-[\da-f]{8}/g) ?? [];
  return {
    subject: personWith(email),
    alsoKnownAs: held.contacts.flatMap(identifiersOf),
    records: {
      contacts: ids(held.contacts),
      conversations: ids(held.conversations),
      messages: ids(held.messages),
      attachments: ids(held.attachments),
    },
    authors: { messages: Object.fromEntries(held.messages.map((each) => [String(each.id), authorOf(each)])) },
    thirdParties: Object.fromEntries(
      held.conversations.map(({ id, participants }) => [
        `conversations/${id}`,
        world.users.filter((user) => participants.includes(user.id)).map((user) => agent(user, scopes)),
      ]),
    ),
    files: { attachments: Object.fromEntries(digests) },
    canaries: [email, email.toLowerCase(), ...new Set(canaries)],
    isErased: () => world.contactsOf(email).length === 0,
  };
}

/** In a conversation there is nobody else but the organisation's own. */
function authorOf({ author, type }: Message): Author {
  const staff = author.bot ? 'bot' : 'agent';
  return { kind: author.type === 'contact' ? 'subject' : staff, internal: type === 'private_note' };
}

/** By id alone where the connection does not see users. */
function agent({ id, name, email }: User, scopes: readonly string[]): Person {
  const byId = { kind: 'user_id', value: String(id) } as const;
  if (!scopes.includes('user_read')) return { kind: 'agent', names: [], identifiers: [byId] };
  return { kind: 'agent', names: [name], identifiers: [byId, { kind: 'email', value: String(email) }] };
}

/** As the simulator has them: every contact has a phone, and two of three an id of the organisation's own. */
function identifiersOf({ attributes: { phone, externalId } }: Contact): readonly Identifier[] {
  const known = typeof externalId === 'string' || typeof externalId === 'number' ? [String(externalId)] : [];
  return [
    { kind: 'phone', value: String(phone) },
    ...known.map((value) => ({ kind: 'external_id', value }) as const),
  ];
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function withoutThings(operationId: string, body: Json): Json | undefined {
  const answer = body as { readonly [key: string]: Json };
  if (operationId === 'listMessages') return { ...answer, data: { messages: [] } };
  return ['findContacts', 'listConversations'].includes(operationId) ? { ...answer, data: [] } : undefined;
}
