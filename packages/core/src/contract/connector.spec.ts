import { describe, expect, it } from '@jest/globals';
import type { ApiKeyScheme } from './auth-scheme.js';
import { jsonCodec, noCursor } from './codec.js';
import { defineConnector, isConnector, type Implementation } from './connector.js';
import type { Manifest } from './manifest.js';
import type { Pending } from './outcome.js';
import type { ResourceSpecification } from './resource.js';
import type { DeletionSteps, StepContext } from './steps.js';

class Settings {
  pageSize = 10;
}
interface Client {
  readonly get: (path: string) => Promise<string>;
}
type Context = StepContext<Client, Settings>;
interface Ref extends Record<string, number> {
  readonly id: number;
}

const resource = {
  title: 'Things',
  description: 'Things.',
  dataCategories: ['user.content'],
  lookup: 'locate',
  binary: false,
  erasure: 'immediate',
  vendorKeeps: '',
} satisfies ResourceSpecification;

const manifest = {
  contract: 1,
  id: 'sample',
  title: 'Sample',
  version: '1.0.0',
  vendorApiVersion: '1',
  baseUrl: 'https://vendor.example',
  hosts: ['vendor.example'],
  auth: {
    kind: 'oauth2',
    authorizationUrl: 'https://vendor.example/authorize',
    tokenPath: '/token',
    clientAuthentication: 'client_secret_post',
    pkce: false,
    scopesInAuthorizationUrl: false,
    staticToken: true,
    defaultTokenLifetimeSeconds: 3600,
    rejectionStatuses: [401],
  },
  scopes: {},
  rateLimits: { all: { limits: [{ requestsPerSecond: 5, burst: 5 }], per: 'connection' } },
  identifiers: { consumes: ['email'], produces: ['user_id'] },
  capabilities: {
    access: { mode: 'synchronous', granularity: 'per_record', description: '' },
    deletion: { mode: 'asynchronous', granularity: 'per_record', description: '' },
  },
  resources: {
    contacts: resource,
    chats: { ...resource, lookup: 'scan' },
    files: { ...resource, lookup: 'parent', binary: true },
  },
  operations: {},
  settings: {},
  notCovered: [],
  sources: [],
} as const satisfies Manifest;

const ref = jsonCodec<Ref>('ref', { type: 'object', required: ['id'] });
const read = async (context: Context, thing: Ref) => ({
  records: [{ id: String(thing.id), data: await context.client.get(`/${String(thing.id)}`) }],
  next: null,
});
const reading = { ref, cursor: noCursor, read };
const scanning = { scanCursor: noCursor, scan: () => Promise.resolve({ things: [], next: null }) };
const opening = { open: () => Promise.resolve({ body: new ReadableStream<Uint8Array>() }) };
const pending: Pending<string> = { outcome: 'pending', ticket: 'ticket', checkAfter: 0 };
const deletion: DeletionSteps<Client, Settings, Ref, string, never> = {
  operation: ref,
  ticket: jsonCodec<string>('ticket', { type: 'string' }),
  planCursor: noCursor,
  plan: () => Promise.resolve({ operations: [], warnings: [], obstacles: [], next: null }),
  erase: () => Promise.resolve(pending),
  verify: () => Promise.resolve({ outcome: 'deleted' }),
  ticketOf: (operation) => String(operation.id),
};
const base = {
  settings: Settings,
  configure: () => ({
    baseUrl: 'https://vendor.example',
    oauth: {
      authorizationUrl: 'https://vendor.example/authorize',
      tokenUrl: 'https://vendor.example/token',
    },
    rateLimits: manifest.rateLimits,
    verification: { everySeconds: 1, forSeconds: 1 },
  }),
  normaliseTokenAnswer: () => ({ access_token: 'a', token_type: 'bearer' }),
  connect: (): Client => ({ get: (path) => Promise.resolve(path) }),
  check: () => Promise.resolve({ grantedScopes: 'unknown' as const }),
  subject: {
    resource: 'contacts',
    cursor: noCursor,
    locate: () => Promise.resolve({ things: [], next: null }),
  },
};
const { normaliseTokenAnswer, ...withoutTokens } = base;
const resources = {
  contacts: reading,
  chats: { ...reading, ...scanning },
  files: { ...reading, ...opening },
};

type Whole = Implementation<typeof manifest, Client, Settings>;

const { contacts, chats, files } = resources;
const whole = { ...base, resources, deletion };
const withResources = <R>(changed: R) => ({ ...base, deletion, resources: changed });
const withErase = <R>(erase: () => Promise<R>) => ({ ...base, resources, deletion: { ...deletion, erase } });
const readMap = (_: Context, thing: Map<string, Ref>) => Promise.resolve({ records: [], next: null, thing });
interface Dated {
  readonly seen: Date;
}

/** None of these may compile; the compiler reports an expectation that is not met. */
const wrong = [
  // @ts-expect-error a declared resource is missing
  withResources({ contacts, chats }) satisfies Whole,
  // @ts-expect-error a resource that can only be scanned has no `scan`
  withResources({ contacts, chats: reading, files }) satisfies Whole,
  // @ts-expect-error a resource with a binary has no `open`
  withResources({ contacts, chats, files: reading }) satisfies Whole,
  // @ts-expect-error a located resource has a `scan` that its specification does not know
  withResources({ contacts: chats, chats, files }) satisfies Whole,
  // @ts-expect-error a resource without a binary has an `open`
  withResources({ contacts: files, chats, files }) satisfies Whole,
  // @ts-expect-error an undeclared resource is implemented
  { ...whole, resources: { contacts, chats, files, users: reading } } satisfies Whole,
  // @ts-expect-error how token answers are read is missing
  { ...withoutTokens, resources, deletion } satisfies Whole,
  // @ts-expect-error deletion is promised and missing
  { ...base, resources } satisfies Whole,
  // @ts-expect-error an erasure returns nothing
  withErase(() => Promise.resolve()) satisfies Whole,
  // @ts-expect-error an erasure returns a boolean
  withErase(() => Promise.resolve(true)) satisfies Whole,
  // @ts-expect-error an erasure is pending without a ticket
  withErase(() => Promise.resolve({ outcome: 'pending' as const })) satisfies Whole,
  // @ts-expect-error a ref does not survive JSON
  () => jsonCodec<Dated>('ref', true),
  // @ts-expect-error a step takes a ref that does not survive JSON
  withResources({ contacts: { ...reading, read: readMap }, chats, files }) satisfies Whole,
];

/** A connector that promises no deletion may not have it. */
type AccessManifest = Omit<typeof manifest, 'capabilities'> & {
  readonly capabilities: Pick<(typeof manifest)['capabilities'], 'access'>;
};
type AccessOnly = Implementation<AccessManifest, Client, Settings>;
// @ts-expect-error deletion is there and not promised
const unpromised = whole satisfies AccessOnly;

/** Nor may one whose keys are made by hand say how tokens are read. */
type KeyManifest = Omit<typeof manifest, 'auth'> & { readonly auth: ApiKeyScheme };
const keyed = { ...withoutTokens, resources, deletion } satisfies Implementation<
  KeyManifest,
  Client,
  Settings
>;
// @ts-expect-error an API key is no token
const tokenised = { ...keyed, normaliseTokenAnswer } satisfies Implementation<KeyManifest, Client, Settings>;

describe('defineConnector', () => {
  const connector = defineConnector(manifest).implement<Client, Settings>({ ...base, deletion, resources });

  it('makes a frozen connector that is recognised, also by another copy of the package', () => {
    expect(isConnector(connector)).toBe(true);
    expect(isConnector({ ...connector })).toBe(false);
    for (const other of [null, undefined, 'drift', 5]) expect(isConnector(other)).toBe(false);
    expect(Object.isFrozen(connector)).toBe(true);
    expect(Object.getOwnPropertySymbols(connector)).toEqual([Symbol.for('@privacy-connectors/connector')]);
  });

  it('keeps the manifest as JSON', () => {
    expect(JSON.parse(JSON.stringify(connector.manifest))).toEqual(manifest);
  });

  it('leaves wrong connectors to the compiler', () => {
    expect([...wrong, unpromised, tokenised]).toHaveLength(15);
  });
});

describe('jsonCodec', () => {
  it('reads back what fits and refuses what does not', () => {
    expect(ref.parse({ id: 7 })).toEqual({ id: 7 });
    expect(() => ref.parse({ name: 'other version' })).toThrow(/written by another version/);
    expect(() => noCursor.parse(1)).toThrow(/single page/);
  });
});
