import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';
import type { ConversationSummary } from './world/conversation.js';

interface ListAnswer {
  readonly data: readonly ConversationSummary[];
  readonly pagination?: { readonly more: boolean; readonly next?: string };
  readonly links?: { readonly next?: string };
}

const SUBJECT = 'grace.hopper@example.com';
let simulator: DriftSimulator;

afterEach(() => simulator.close());

describe('listing conversations', () => {
  it('lists everything once, last updated first, in either style', async () => {
    simulator = await startDriftSimulator({ conversations: 430, strangers: 40 });
    const byOffset = await scanByOffset('limit=50');
    const byToken = await scanByToken('limit=100&page_token=');
    expect(new Set(byOffset.map(({ id }) => id)).size).toBe(430);
    expect(byToken).toEqual(byOffset);
    const sorted = byOffset.toSorted((left, right) => right.updatedAt - left.updatedAt || right.id - left.id);
    expect(byOffset).toEqual(sorted);
    expect([simulator.calls.count('listConversations'), simulator.calls.countStatus(200)]).toEqual([14, 14]);
  });

  it('loses no conversation between equal times, whatever the page size', async () => {
    simulator = await startDriftSimulator({ conversations: 60, strangers: 5, now: () => 0 });
    const newest = simulator.world.conversations.newest!;
    for (const { id } of simulator.world.conversations.fromOffset(10, 20)) {
      simulator.world.conversations.touch(simulator.world.conversations.get(id)!, newest);
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (limit) => {
        const ids = (await scanByToken(`limit=${limit}&page_token=`)).map(({ id }) => id);
        expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
      }),
      { numRuns: 10 },
    );
  });

  it('shifts an offset scan when a conversation moves, and shows the moved one only at the top', async () => {
    simulator = await startDriftSimulator({ conversations: 60 });
    const first = await list('limit=20');
    const last = simulator.world.conversations.fromOffset(59, 1)[0]!.id;
    simulator.world.addConversationActivity(last);
    const second = await list('limit=20&next=20');
    expect(second.data[0]).toEqual(first.data.at(-1));
    const rest = await list('limit=20&next=40');
    expect(rest.data.map(({ id }) => id)).not.toContain(last);
    expect((await list('limit=1')).data[0]!.id).toBe(last);
  });

  it('repeats nothing in a keyset scan when a conversation moves, and misses the moved one until the top is read again', async () => {
    simulator = await startDriftSimulator({ conversations: 60, paging: 'keyset' });
    const all = simulator.world.conversations.fromOffset(0, 60).map(({ id }) => id);
    const first = await list('limit=20&page_token=');
    simulator.world.addConversationActivity(all[59]!);
    const rest = await scanByToken(`page_token=${encodeURIComponent(tokenOf(first)!)}`);
    expect([...first.data, ...rest].map(({ id }) => id)).toEqual(all.slice(0, 59));
    expect((await list('limit=1&page_token=')).data[0]!.id).toBe(all[59]);
  });

  it('shows both ways on without page_token, links alone with a token', async () => {
    simulator = await startDriftSimulator();
    const answer = await list('limit=2');
    expect(answer.pagination).toEqual({ more: true, next: '2' });
    expect(answer.links?.next).toMatch(/^https:\/\/api\.drift\.com\/conversations\/list\?page_token=/);
    expect((await list('limit=2&page_token=')).pagination).toBeUndefined();
  });

  it.each([
    ['offset', 'limit=51', 400],
    ['offset', 'limit=50', 200],
    ['offset', 'page_token=', 200],
    ['offset', 'page_token=YQ==', 400],
    ['keyset', 'limit=100', 200],
    ['keyset', 'limit=101', 400],
    ['keyset', 'next=25', 400],
    ['keyset', 'page_token=made-up', 400],
    ['both', 'limit=51', 400],
    ['both', 'limit=100&page_token=', 200],
    ['both', 'limit=0', 400],
    ['both', 'limit=ten', 400],
    ['both', 'next=x', 400],
    ['both', 'statusId=4', 400],
  ] as const)('in style %s answers %s with %i', async (paging, query, status) => {
    simulator = await startDriftSimulator({ paging });
    expect((await get(`/conversations/list?${query}`)).status).toBe(status);
  });

  it('shows one style alone when told to', async () => {
    expect(await shapeOf({ paging: 'offset' })).toEqual(['data', 'pagination']);
    await simulator.close();
    expect(await shapeOf({ paging: 'keyset' })).toEqual(['data', 'links']);
  });

  it('clamps a large limit and asks for a blank page_token when told to', async () => {
    simulator = await startDriftSimulator({ overLimit: 'clamp', pageTokenRequired: true });
    expect((await get('/conversations/list?limit=500')).status).toBe(400);
    expect((await list('limit=500&page_token=')).data).toHaveLength(100);
    expect((await list('limit=500&next=0')).data).toHaveLength(50);
  });

  it('filters by status in either style, across pages', async () => {
    simulator = await startDriftSimulator();
    const wanted = ['open', 'pending'];
    const expected = simulator.world.conversations.fromOffset(0, 200, ({ status }) =>
      wanted.includes(status),
    );
    const byOffset = await scanByOffset('limit=10&statusId=1&statusId=3');
    const byToken = await scanByToken('limit=10&statusId=1&statusId=3&page_token=');
    expect(byOffset.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(byToken).toEqual(byOffset);
    expect(expected.length).toBeGreaterThan(20);
  });

  it('gives 25 by default, and the subject is among strangers', async () => {
    simulator = await startDriftSimulator();
    expect((await list('')).data).toHaveLength(25);
    const own = new Set(simulator.world.contactsOf(SUBJECT).map(({ id }) => id));
    const positions = (await scanByOffset('limit=50')).flatMap(({ contactId }, index) =>
      own.has(contactId) ? [index] : [],
    );
    expect(positions).toHaveLength(7);
    expect(positions.at(-1)! - positions[0]!).toBeGreaterThan(7);
  });
});

async function shapeOf(options: DriftSimulatorOptions): Promise<readonly string[]> {
  simulator = await startDriftSimulator(options);
  return Object.keys(await list('')).sort();
}

function get(path: string): Promise<Response> {
  return fetch(simulator.baseUrl + path, { headers: { authorization: `Bearer ${simulator.staticToken}` } });
}

async function list(query: string): Promise<ListAnswer> {
  const answer = await get(`/conversations/list?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ListAnswer;
}

function tokenOf(answer: ListAnswer): string | undefined {
  const next = answer.links?.next;
  return next === undefined ? undefined : (new URL(next).searchParams.get('page_token') ?? undefined);
}

async function scanByOffset(query: string): Promise<readonly ConversationSummary[]> {
  const found: ConversationSummary[] = [];
  for (let next: string | undefined = '0'; next !== undefined;) {
    const answer: ListAnswer = await list(`${query}&next=${next}`);
    found.push(...answer.data);
    next = answer.pagination?.next;
  }
  return found;
}

async function scanByToken(query: string): Promise<readonly ConversationSummary[]> {
  const found: ConversationSummary[] = [];
  for (let next: string | undefined = query; next !== undefined;) {
    const answer: ListAnswer = await list(next);
    found.push(...answer.data);
    const token = tokenOf(answer);
    next = token === undefined ? undefined : `page_token=${encodeURIComponent(token)}`;
  }
  return found;
}
