import { json, type Answer, type Route, type SimulatedRequest } from '../../src/simulator/index.js';
import type { Desk } from './desk.js';
import { manifest } from './manifest.js';
import type { Answers, Post } from './model.js';
import { FixedWindows } from './windows.js';

/** What the vendor itself knows of a running help desk. */
export interface Running {
  readonly desk: Desk;
  readonly key: string;
  readonly scopes: readonly string[];
  readonly now: () => number;
}

type Handlers = Readonly<Record<keyof Answers, (request: SimulatedRequest) => Answer>>;

const writing = new Set(['deleteThread', 'redactPost', 'deleteCustomer']);
const usual = [
  { requests: 5, seconds: 1 },
  { requests: 100, seconds: 60 },
];
const detailed = [
  { requests: 2, seconds: 1 },
  { requests: 40, seconds: 60 },
];

/** Whatever the manifest of a connector says about keys, scopes and limits. */
export function routesOf(running: Running): readonly Route[] {
  const handlers = handlersOf(running.desk, running.scopes);
  const windows = new Map<string, FixedWindows>();
  return Object.entries(manifest.operations).map(([operationId, { method, path }]) => ({
    operationId,
    method,
    template: path,
    metered: false,
    handle: (request) =>
      refusal(running, operationId, request) ??
      throttled(windows, running.now, operationId, request) ??
      handlers[operationId as keyof Answers](request),
  }));
}

function refusal(
  { key, scopes }: Running,
  operationId: string,
  { headers }: SimulatedRequest,
): Answer | undefined {
  if (headers['x-otter-key'] !== `Key ${key}`) return json(401, { error: 'key' });
  const scope = writing.has(operationId) ? 'write' : 'read';
  return operationId === 'getKey' || scopes.includes(scope) ? undefined : json(403, { error: 'scope' });
}

function throttled(
  windows: Map<string, FixedWindows>,
  now: () => number,
  operationId: string,
  { query }: SimulatedRequest,
): Answer | undefined {
  const isDetailed = query.get('include') === 'participants';
  const name = `${operationId} ${String(isDetailed)}`;
  const limit = windows.get(name) ?? new FixedWindows(isDetailed ? detailed : usual, now);
  windows.set(name, limit);
  const taken = limit.take();
  return taken.ok ? undefined : json(429, { error: 'limit' }, { 'retry-after': String(taken.retryAfter) });
}

function handlersOf(desk: Desk, scopes: readonly string[]): Handlers {
  const { customers, threads, posts } = desk;
  const threadsOf = (customerId: string) =>
    [...threads.values()].filter(({ participants }) => participants.includes(customerId));
  const isShared = ({ threadId }: { readonly threadId: string }) =>
    (threads.get(threadId)?.participants.length ?? 0) > 1;
  /** A thread whose customers are all gone cannot be reached any more; it is held all the same. */
  const reachable = (threadId: string) => {
    const thread = threads.get(threadId);
    return thread?.participants.some((id) => customers.has(id)) === true ? thread : undefined;
  };
  const postOf = ({ id, customerId, name, note, text }: Post): Post => ({ id, customerId, name, note, text });
  return {
    getKey: () => json(200, { scopes }),
    findCustomers: ({ query }) =>
      listed(
        [...customers.values()].filter(({ email, phone, reference }) =>
          [
            query.get('email') === email,
            query.get('phone') === phone,
            query.get('reference') === reference && reference !== null,
          ].some(Boolean),
        ),
        query,
        1,
      ),
    getCustomer: ({ parameters }) => found(customers.get(parameters['customerId'] ?? '')),
    listThreads: ({ parameters, query }) => {
      const { customerId = '' } = parameters;
      if (!customers.has(customerId)) return found(undefined);
      const withParticipants = query.get('include') === 'participants';
      const all = threadsOf(customerId).map(({ id, participants }) =>
        withParticipants ? { id, participants } : { id },
      );
      return listed(all, query, 1);
    },
    getThread: ({ parameters }) => found(reachable(parameters['threadId'] ?? '')),
    listPosts: ({ parameters, query }) => {
      const { threadId = '' } = parameters;
      if (reachable(threadId) === undefined) return found(undefined);
      return listed([...posts.values()].filter((post) => post.threadId === threadId).map(postOf), query, 1);
    },
    listSharedPosts: ({ parameters, query }) => {
      const { customerId = '' } = parameters;
      if (!customers.has(customerId)) return found(undefined);
      const own = [...posts.values()].filter((post) => post.customerId === customerId && isShared(post));
      return listed(own.map(postOf), query, 2);
    },
    getPost: ({ parameters }) => {
      const post = posts.get(parameters['postId'] ?? '');
      return found(post && postOf(post));
    },
    deleteThread: ({ parameters }) => {
      const thread = reachable(parameters['threadId'] ?? '');
      if (thread === undefined) return found(undefined);
      threads.delete(thread.id);
      for (const { id, threadId } of posts.values()) if (threadId === thread.id) posts.delete(id);
      return json(200, { deleted: true });
    },
    redactPost: ({ parameters }) => {
      const post = posts.get(parameters['postId'] ?? '');
      if (post === undefined) return found(undefined);
      posts.set(post.id, { ...post, name: null, text: null });
      return json(200, { redacted: true });
    },
    deleteCustomer: ({ parameters }) =>
      customers.delete(parameters['customerId'] ?? '') ? json(200, { deleted: true }) : found(undefined),
  };
}

function found(thing: object | undefined): Answer {
  return thing === undefined ? json(404, { error: 'none' }) : json(200, thing);
}

function listed(all: readonly object[], query: URLSearchParams, size: number): Answer {
  const start = Number(query.get('page') ?? 0);
  const next = start + size < all.length ? String(start + size) : null;
  return json(200, { data: all.slice(start, start + size), next });
}
