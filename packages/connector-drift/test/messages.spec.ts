import { describe, expect, it } from '@jest/globals';
import type { DataRecord, Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { messages } from '../src/messages/messages.js';
import { message } from './support/answers.js';
import { contextFor } from './support/context.js';
import { storedCursor } from './support/stored.js';
import { withVendor, type Call, type Reply } from './support/vendor.js';

function readAll(answer: (call: Call) => Reply) {
  return withVendor(answer, async (vendor) => {
    const records: DataRecord[] = [];
    const attachments: Json[] = [];
    let cursor: Parameters<typeof messages.read>[2] = null;
    do {
      const page = await messages.read(contextFor(vendor), { conversationId: 7, contactId: 1 }, cursor);
      records.push(...page.records);
      attachments.push(...(page.children?.['attachments'] ?? []));
      cursor = storedCursor(messages.cursor, page.next);
    } while (cursor !== null);
    return { records, attachments, queries: vendor.calls.map(({ query }) => query) };
  });
}

const onePage = (...data: unknown[]) => readAll(() => ({ body: { data: { messages: data } } }));

describe('reading messages', () => {
  it('reads every page, empty ones too', async () => {
    const pages: Record<string, unknown> = {
      first: { data: { messages: [message(1)] }, pagination: { more: true, next: '50' } },
      '50': { data: { messages: [] }, pagination: { more: true, next: '100' } },
      '100': { data: { messages: [message(2)] }, pagination: { more: false, next: '150' } },
    };
    const { records, queries } = await readAll(({ query }) => ({ body: pages[query['next'] ?? 'first'] }));
    expect(records.map(({ id }) => id)).toEqual(['1', '2']);
    expect(queries).toEqual([{}, { next: '50' }, { next: '100' }]);
  });

  it('gives the whole record, its place and its text', async () => {
    const sent = message(1, {
      body: '<p>Caf&eacute; &amp; <b>tea</b></p>',
      attributes: { preMessages: [{ body: 'Hi' }] },
    });
    expect((await onePage(sent)).records).toEqual([
      {
        id: '1',
        data: sent,
        parent: { resource: 'conversations', id: '7' },
        occurredAt: 1_700_000_000_001,
        author: { kind: 'subject', internal: false },
        people: [{ kind: 'subject', names: [], identifiers: [{ kind: 'user_id', value: '1' }] }],
        text: 'Café & tea',
      },
    ]);
  });

  it.each([
    [{ author: { type: 'contact', id: 1 } }, 'subject', false],
    [{ author: { type: 'contact', id: 2 } }, 'other_person', false],
    [{ author: { type: 'contact' } }, 'other_person', false],
    [{ author: null }, 'other_person', false],
    [{ author: undefined, type: 'private_note' }, 'other_person', true],
    [{ author: { type: null, id: null, bot: null }, type: null }, 'other_person', false],
    [{ author: { type: 'user', id: null, bot: null } }, 'agent', false],
    [{ author: { type: 'user', id: 1, bot: false } }, 'agent', false],
    [{ author: { type: 'user', id: 9, bot: true } }, 'bot', false],
    [{ author: { type: 'user', id: 9 }, type: 'private_note' }, 'agent', true],
  ])('tells who wrote %j', async (more, kind, internal) => {
    const { records } = await onePage(message(1, more));
    expect(records[0]?.author).toEqual({ kind, internal });
  });

  it('keeps messages without body or author, and edits', async () => {
    const { records } = await onePage(
      message(1, { body: undefined, author: undefined }),
      message(2, { type: 'edit', editedMessageId: 1, editType: 'delete' }),
    );
    expect(records).toHaveLength(2);
    expect(records[0]).not.toHaveProperty('text');
    expect(records[1]?.data).toMatchObject({ editedMessageId: 1, editType: 'delete' });
  });

  it('names attachments under either name, by id or by the id in the path of the URL', async () => {
    const { attachments } = await onePage(
      message(1, {
        attachments: [
          {
            id: 5,
            fileName: 'a.pdf',
            mimeType: 'application/pdf',
            url: 'https://driftapi.com/attachments/5/data',
          },
        ],
      }),
      message(2, {
        attachment: [
          { fileName: 'b.txt', url: 'https://elsewhere.invalid/attachments/6/data' },
          { fileName: 'c.txt' },
        ],
      }),
    );
    const common = { conversationId: 7, mimeType: null };
    expect(attachments).toEqual([
      {
        ...common,
        attachmentId: 5,
        position: 0,
        messageId: 1,
        fileName: 'a.pdf',
        mimeType: 'application/pdf',
      },
      { ...common, attachmentId: 6, position: 0, messageId: 2, fileName: 'b.txt' },
      { ...common, attachmentId: null, position: 1, messageId: 2, fileName: 'c.txt' },
    ]);
  });

  it('takes odd fields as they are', async () => {
    const odd = { createdAt: null, conversationId: null, body: null, context: null, attributes: null };
    const more = { buttons: null, editedMessageId: null, attachments: null, attachment: null, ...odd };
    const { records, attachments } = await onePage(
      message(1, more),
      message(2, { context: 'none', body: 5 }),
    );
    expect(records.map(({ data }) => data)).toEqual([
      message(1, more),
      message(2, { context: 'none', body: 5 }),
    ]);
    expect(records[0]).not.toHaveProperty('occurredAt');
    expect(attachments).toEqual([]);
  });

  it('names every attachment, however little is said of it', async () => {
    const listed = [
      null,
      { id: null, fileName: null, mimeType: null, url: null },
      { id: '5' },
      { id: 2 ** 60 },
    ];
    const { attachments } = await onePage(message(1, { attachments: listed }));
    expect(attachments).toMatchObject([
      { attachmentId: null, position: 0 },
      { attachmentId: null, position: 1 },
      { attachmentId: 5, position: 2 },
      { attachmentId: null, position: 3 },
    ]);
  });

  it.each([404, 410])('says that messages are missing when Drift does not know them (%d)', async (status) => {
    const { page, later } = await withVendor(
      () => ({ status }),
      async (vendor) => {
        const ref = { conversationId: 7, contactId: 1 };
        const cursor = { place: '50', anchor: '50', steps: 0, lap: 1 };
        return {
          page: await messages.read(contextFor(vendor), ref, null),
          later: await messages.read(contextFor(vendor), ref, cursor),
        };
      },
    );
    expect(page).toEqual({
      records: [],
      skipped: { why: expect.stringContaining('the messages') },
      next: null,
    });
    expect(later).toEqual({
      records: [],
      skipped: { why: expect.stringContaining('later messages') },
      next: null,
    });
  });

  it('names an attachment once that stands under both names', async () => {
    const twice = [{ id: 5, fileName: 'a.pdf' }];
    const { attachments } = await onePage(message(1, { attachments: twice, attachment: twice }));
    expect(attachments).toHaveLength(1);
  });

  it.each([
    [
      'a message of another conversation',
      { data: { messages: [message(1), message(2, { conversationId: 8 })] } },
    ],
    ['more without a way on', { data: { messages: [] }, pagination: { more: true, next: null } }],
    ['the same `next` again', { data: { messages: [] }, pagination: { more: true, next: '50' } }],
    ['an id that loses digits', { data: { messages: [message(1, { id: 2 ** 53 })] } }],
    ['messages of another form', { data: [] }],
  ])('stops at %s', async (_case, body) => {
    expect(await readAll(() => ({ body })).catch((error: unknown) => error)).toBeInstanceOf(
      VendorContractError,
    );
  });
});
