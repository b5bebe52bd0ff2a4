import type { Author, Json, Person, Subject } from '@privacy-connectors/core';
import type { ConformanceVendor, RunningVendor, VendorOptions, VendorPerson } from '../../src/index.js';
import { personAt, SimulatorServer } from '../../src/simulator/index.js';
import { customerIds, newDesk, type Desk } from './desk.js';
import { routesOf } from './routes.js';
import type { Erasure } from './deletion.js';

const key = 'otter-key-5f0c21';

/** Otter Desk as the kit needs it. */
export const otterVendor: ConformanceVendor = {
  start,
  notFoundMeansNone: ['getCustomer', 'getThread', 'getPost', 'deleteThread', 'redactPost', 'deleteCustomer'],
  withoutThings: (_, body) => emptied(body),
};

async function start({ now, scopes }: VendorOptions): Promise<RunningVendor> {
  const desk = newDesk();
  const server = await SimulatorServer.start({
    routes: routesOf({ desk, key, scopes, now }),
    tokenKind: () => 'none',
    errorBody: (status) => ({ error: String(status) }),
    now,
  });
  return {
    settings: { baseUrl: server.baseUrl },
    accessToken: key,
    subject: personIn(desk, 1),
    stranger: personIn(desk, 2),
    others: [personIn(desk, 3)],
    unknown: knownBy('nobody@nowhere.example', '+4670999', 'ref-none'),
    faults: server.faults,
    calls: server.calls,
    stillHolds: (operation) => holds(desk, operation as Erasure),
    close: () => server.close(),
  };
}

function knownBy(email: string, phone: string, reference: string): Subject {
  const identifiers = [
    { kind: 'email', value: email },
    { kind: 'phone', value: phone },
    { kind: 'external_id', value: reference },
  ] as const;
  return { identifiers };
}

function personIn(desk: Desk, index: number): VendorPerson {
  const person = personAt('otter', index);
  const ids = customerIds(person);
  const isOwn = ({ participants }: { readonly participants: readonly string[] }) =>
    participants.some((id) => ids.includes(id));
  const threads = [...desk.threads.values()].filter(isOwn).map(({ id }) => id);
  const posts = [...desk.posts.values()].filter(({ threadId }) => threads.includes(threadId));
  return {
    subject: knownBy(person.email, person.phone, `ref-${index}`),
    alsoKnownAs: [{ kind: 'email', value: `${person.canary}@home.example` }],
    foundBy: { external_id: [`customers/${ids[0] ?? ''}`] },
    records: { customers: ids, threads, posts: posts.map(({ id }) => id) },
    authors: { posts: Object.fromEntries(posts.map((post) => [post.id, authorOf(post, ids)])) },
    thirdParties: Object.fromEntries(
      threads.map((id) => [`threads/${id}`, posts.flatMap((post) => thirdParty(post, id, ids))]),
    ),
    files: {},
    canaries: [person.canary, person.email],
    isErased: () => isErased(desk, ids),
  };
}

type StoredPost = Desk['posts'] extends Map<string, infer Stored> ? Stored : never;

function authorOf({ customerId, note }: StoredPost, own: readonly string[]): Author {
  if (customerId === null) return { kind: 'agent', internal: note };
  return { kind: own.includes(customerId) ? 'subject' : 'other_person', internal: false };
}

function thirdParty(post: StoredPost, threadId: string, own: readonly string[]): readonly Person[] {
  const { kind } = authorOf(post, own);
  if (post.threadId !== threadId || kind === 'subject' || post.name === null) return [];
  const identifiers = post.customerId === null ? [] : [{ kind: 'user_id', value: post.customerId } as const];
  return [{ kind, names: [post.name], identifiers }];
}

/** Shared threads stay, without a word of the person. */
function isErased({ customers, threads, posts }: Desk, ids: readonly string[]): boolean {
  const hasCustomer = ids.some((id) => customers.has(id));
  const hasThread = [...threads.values()].some(({ participants }) =>
    participants.every((id) => ids.includes(id)),
  );
  const hasText = [...posts.values()].some(
    ({ customerId, text }) => customerId !== null && ids.includes(customerId) && text !== null,
  );
  return !hasCustomer && !hasThread && !hasText;
}

function holds({ customers, threads, posts }: Desk, { kind, id }: Erasure): boolean {
  if (kind === 'post') return (posts.get(id)?.text ?? null) !== null;
  return kind === 'thread' ? threads.has(id) : customers.has(id);
}

function emptied(body: Json): Json | undefined {
  const page = body as { readonly data?: Json; readonly next?: Json };
  return page.data === undefined || page.next === null ? undefined : { ...page, data: [] };
}
