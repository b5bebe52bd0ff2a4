import type { Manifest, RateLimitClass } from '@privacy-connectors/core';

/** An invented vendor: a help desk whose customers write posts, in threads of their own and in shared ones. */
export const manifest = {
  contract: 1,
  id: 'otter',
  title: 'Otter Desk',
  version: '0.1.0',
  vendorApiVersion: '1',
  baseUrl: 'https://api.otter.example',
  hosts: ['api.otter.example'],
  auth: { kind: 'api_key', header: 'x-otter-key', prefix: 'Key ', rejectionStatuses: [401] },
  scopes: {
    read: { title: 'Read', neededFor: ['access', 'deletion'], description: 'Everything.' },
    write: { title: 'Write', neededFor: ['deletion'], description: 'Deletes and redacts.' },
  },
  rateLimits: { usual: twoWindows(5, 100), detailed: twoWindows(2, 40) },
  identifiers: { consumes: ['email', 'phone', 'external_id'], produces: ['email', 'phone', 'external_id'] },
  capabilities: {
    access: { mode: 'synchronous', granularity: 'per_record', description: 'Customers and threads.' },
    deletion: { mode: 'synchronous', granularity: 'per_record', description: 'Threads, then the customer.' },
  },
  resources: {
    customers: { ...named('Customers'), lookup: 'locate' },
    threads: { ...named('Threads'), lookup: 'parent', parent: 'customers' },
    posts: { ...named('Posts'), lookup: 'parent', parent: 'threads' },
  },
  operations: {
    getKey: { ...reading('/key', 'Test the connection.'), usedFor: ['connection'] },
    findCustomers: reading('/customers', 'Find customers by an identifier.', 'access', 'deletion'),
    getCustomer: reading('/customers/{customerId}', 'Read a customer.', 'access', 'deletion'),
    listThreads: {
      ...reading('/customers/{customerId}/threads', 'List the threads of a customer.', 'access', 'deletion'),
      rateLimitWhen: [{ query: 'include', contains: 'participants', rateLimit: 'detailed' }],
    },
    getThread: reading('/threads/{threadId}', 'See that a thread is gone.', 'deletion'),
    listPosts: reading('/threads/{threadId}/posts', 'Read the posts of a thread.', 'access'),
    listSharedPosts: reading(
      '/customers/{customerId}/shared-posts',
      'Find what a customer wrote in shared threads.',
      'deletion',
    ),
    getPost: reading('/posts/{postId}', 'See that a post is redacted.', 'deletion'),
    deleteThread: writing('DELETE', '/threads/{threadId}', 'Delete a thread.'),
    redactPost: writing('POST', '/posts/{postId}/redaction', 'Take the text out of a post.'),
    deleteCustomer: writing('DELETE', '/customers/{customerId}', 'Delete a customer.'),
  },
  settings: {
    baseUrl: { type: 'string', default: 'https://api.otter.example', description: 'Where the API answers.' },
    region: { type: 'string', default: 'eu', values: ['eu', 'us'], description: 'Where the data is.' },
  },
  notCovered: [],
  sources: [{ title: 'Invented', confidence: 'documented' }],
} as const satisfies Manifest;

/** Two windows at once, counted for each operation by itself. */
function twoWindows(perSecond: number, perMinute: number) {
  const limits = [
    { requests: perSecond, seconds: 1 },
    { requests: perMinute, seconds: 60 },
  ] as const;
  return { limits, per: 'operation' } as const satisfies RateLimitClass;
}

function named(title: string) {
  const dataCategories = ['user.content.private'];
  return {
    title,
    description: title,
    dataCategories,
    binary: false,
    erasure: 'immediate',
    vendorKeeps: '',
  } as const;
}

function reading<const Path extends string, const Use extends 'access' | 'deletion'>(
  path: Path,
  purpose: string,
  ...usedFor: Use[]
) {
  return {
    method: 'GET',
    path,
    purpose,
    usedFor,
    scopes: ['read'],
    idempotent: true,
    rateLimit: 'usual',
  } as const;
}

function writing<const Method extends 'POST' | 'DELETE', const Path extends string>(
  method: Method,
  path: Path,
  purpose: string,
) {
  const common = { scopes: ['write'], idempotent: true, rateLimit: 'usual' } as const;
  return { ...common, method, path, purpose, usedFor: ['deletion'] } as const;
}
