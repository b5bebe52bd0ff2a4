import { describe, expect, it } from '@jest/globals';
import type { ScannedThing } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { conversations } from '../src/conversations/conversations.js';
import { contextFor, NOW } from './support/context.js';
import { storedCursor } from './support/stored.js';
import { withVendor, type Call, type Reply } from './support/vendor.js';

const row = (id: number, contactId?: number | null) => ({
  id,
  contactId,
  updatedAt: 1000 - id,
  status: 'bulk_sent',
});
const link = (token: string) => ({
  next: `https://api.drift.com/conversations/list?page_token=${encodeURIComponent(token)}`,
});

function scanned(answer: (call: Call) => Reply | undefined) {
  return withVendor(answer, async (vendor) => {
    const things: ScannedThing[] = [];
    let cursor: Parameters<typeof conversations.scan>[1] = null;
    do {
      const page = await conversations.scan(contextFor(vendor), cursor);
      things.push(...page.things);
      cursor = storedCursor(conversations.scanCursor, page.next);
    } while (cursor !== null);
    return {
      ids: things.map(({ ref }) => (ref as { conversationId: number }).conversationId),
      things,
      queries: vendor.calls.map(({ query }) => query),
    };
  });
}

async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

describe('scanning conversations', () => {
  it('starts with a blank page token and takes only the token out of the links', async () => {
    const { ids, queries } = await scanned(({ query }) =>
      query['page_token'] === ''
        ? { body: { data: [row(1, 11)], links: link('a+b/c='), pagination: { more: true, next: '100' } } }
        : { body: { data: [row(2, 12)], links: {} } },
    );
    expect(ids).toEqual([1, 2]);
    expect(queries).toEqual([
      { limit: '100', page_token: '' },
      { limit: '100', page_token: 'a+b/c=' },
    ]);
  });

  it('falls back to `next`, and then ends where `more` ends whatever the links say', async () => {
    const { ids, queries } = await scanned(({ query }) => {
      if ('page_token' in query) return { status: 400 };
      const more = query['next'] === undefined;
      const pagination = more ? { more, next: '50' } : { more };
      return { body: { data: [row(more ? 1 : 2, 11)], pagination, links: link('token') } };
    });
    expect(ids).toEqual([1, 2]);
    const refused = { limit: '100', page_token: '' };
    expect(queries).toEqual([refused, refused, { limit: '50' }, { limit: '50', next: '50' }]);
  });

  it('does not change its way for a single 400', async () => {
    const replies: Reply[] = [{ status: 400 }, { body: { data: [row(1, 11)], links: {} } }];
    const { queries } = await scanned(() => replies.shift());
    expect(queries).toEqual([
      { limit: '100', page_token: '' },
      { limit: '100', page_token: '' },
    ]);
  });

  it('goes on in the other style when the answer has only that', async () => {
    const { ids } = await scanned(({ query }) =>
      'next' in query
        ? { body: { data: [row(2, 11)], pagination: { more: false } } }
        : { body: { data: [row(1, 11)], pagination: { more: true, next: '50' } } },
    );
    expect(ids).toEqual([1, 2]);
  });

  it('goes on at a number, and past nulls', async () => {
    const { ids, queries } = await scanned(({ query }) => {
      if (!('next' in query)) return { body: { data: [row(1, 11)], pagination: { next: 50 }, links: null } };
      return { body: { data: [row(2, 11)], pagination: null, links: { next: null }, errors: null } };
    });
    expect(ids).toEqual([1, 2]);
    expect(queries.at(-1)).toEqual({ limit: '50', next: '50' });
  });

  it.each([undefined, null, 'yesterday', Number.MAX_SAFE_INTEGER])(
    'goes on past a row with the time %j, and lets it break the order visibly',
    async (updatedAt) => {
      const odd = { id: 2, contactId: 12, updatedAt, status: 7, inboxId: 'seven' };
      const { things } = await scanned(() => ({ body: { data: [row(1, 11), odd, row(3, 13)] } }));
      expect(things.map(({ owner, updatedAt: time }) => [owner, time])).toEqual([
        ['11', 999],
        ['13', 997],
        ['12', NOW],
      ]);
    },
  );

  it('ends without any word on pages', async () => {
    expect((await scanned(() => ({ body: { data: [row(1, 11)] } }))).ids).toEqual([1]);
  });

  it('names owner and time, and leaves out what has no contact', async () => {
    const { things } = await scanned(() => ({
      body: { data: [row(1, 11), row(2), row(3, null), row(4, 0), row(5, -1), row(6, 2 ** 60)] },
    }));
    expect(things).toEqual([{ owner: '11', ref: { conversationId: 1, contactId: 11 }, updatedAt: 999 }]);
  });

  it.each([
    [
      'a link without a token',
      { data: [], links: { next: 'https://api.drift.com/conversations/list?offset=2' } },
    ],
    ['more without a way on', { data: [], pagination: { more: true } }],
    ['the same token again', { data: [], links: link('same') }],
    ['a row without an id', { data: [{ contactId: 1, updatedAt: 5 }] }],
    ['a contact that is no number', { data: [{ id: 1, contactId: 'one', updatedAt: 5 }] }],
  ])('stops at %s', async (_case, body) => {
    expect(await outcomeOf(scanned(() => ({ body })))).toBeInstanceOf(VendorContractError);
  });

  it('does not take a failing first page for the other style', async () => {
    expect(await outcomeOf(scanned(() => ({ status: 403 })))).toMatchObject({ code: 'missing_scope' });
  });
});

describe('reading a conversation', () => {
  const subject = { kind: 'subject', names: [], identifiers: [{ kind: 'user_id', value: '1' }] };
  const ref = { conversationId: 7, contactId: 1 };
  const read = (reply: Reply) =>
    withVendor(
      () => reply,
      (vendor) => conversations.read(contextFor(vendor), ref, null),
    );

  it('gives the record and names its messages', async () => {
    const data = {
      id: 7,
      contactId: 1,
      createdAt: 5,
      status: 'closed',
      conversationTags: [{ name: 'billing' }],
    };
    expect(await read({ body: { data } })).toEqual({
      records: [
        {
          id: '7',
          data,
          parent: { resource: 'contacts', id: '1' },
          occurredAt: 5,
          title: 'Conversation 7',
          text: 'Status: closed\nTags: billing',
          people: [subject],
        },
      ],
      children: { messages: [ref] },
      next: null,
    });
  });

  it.each([
    ['belongs to another contact', { body: { data: { id: 7, contactId: 2 } } }],
    ['belongs to nobody', { body: { data: { id: 7, contactId: null } } }],
    ['is gone', { status: 404 }],
  ])('exports nothing when it %s', async (_case, reply) => {
    const page = await read(reply);
    expect(page).toMatchObject({ records: [], skipped: { why: expect.any(String) }, next: null });
    expect(page.children).toBeUndefined();
  });

  it.each([
    [null, null, ''],
    [3, { billing: true }, ''],
    ['closed', [null, { name: null }, { name: 'billing' }, 5], 'Status: closed\nTags: billing'],
  ])('takes the status %j and the tags %j as they are', async (status, conversationTags, text) => {
    const odd = { inboxId: null, participants: 'two', createdAt: null, updatedAt: null };
    const data = { id: 7, contactId: 1, status, conversationTags, ...odd };
    expect(await read({ body: { data } })).toMatchObject({ records: [{ id: '7', data, text }] });
  });

  it('stops when another conversation is answered', async () => {
    expect(await outcomeOf(read({ body: { data: { id: 8, contactId: 1 } } }))).toBeInstanceOf(
      VendorContractError,
    );
  });
});
