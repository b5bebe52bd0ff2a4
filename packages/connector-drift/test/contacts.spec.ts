import { describe, expect, it } from '@jest/globals';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { contacts } from '../src/contacts/contacts.js';
import { contact } from './support/answers.js';
import { contextFor } from './support/context.js';
import { withVendor, type Reply } from './support/vendor.js';

const ref = { contactId: 1, email: 'ada@x.example' };
const read = (reply: Reply) =>
  withVendor(
    () => reply,
    (vendor) => contacts.read(contextFor(vendor), ref, null),
  );

describe('reading a contact', () => {
  it('gives the whole record', async () => {
    const data = contact(1, 'Ada@x.example', {
      externalId: null,
      tags: [{ name: 'vip' }],
      own_field: 'a\nb',
    });
    expect(await read({ body: { data } })).toEqual({
      records: [
        {
          id: '1',
          data,
          occurredAt: 1_700_000_000_000,
          people: [
            {
              kind: 'subject',
              names: ['Ada S.'],
              identifiers: [
                { kind: 'email', value: 'Ada@x.example' },
                { kind: 'user_id', value: '1' },
              ],
            },
          ],
          title: 'Ada S.',
        },
      ],
      next: null,
    });
  });

  it.each([
    ['has another e-mail by now', { body: { data: contact(1, 'eve@x.example') } }],
    ['has no e-mail by now', { body: { data: contact(1, null) } }],
    ['is gone', { status: 404 }],
    ['is gone for good', { status: 410 }],
  ])('exports nothing when it %s', async (_case, reply) => {
    expect(await read(reply)).toMatchObject({ records: [], skipped: { why: expect.any(String) } });
  });

  it.each([
    ['CONTACT-2', { skipped: { why: expect.any(String) } }],
    ['CONTACT-21', { code: 'authentication' }],
    ['', { code: 'authentication' }],
  ])('tells a hidden contact from a dead token by the code %j', async (code, expected) => {
    const body = { error: { type: 'authentication_error', message: `${code} not visible` } };
    const work = withVendor(
      () => ({ status: 401, body }),
      ({ baseUrl }) => contacts.read(contextFor({ baseUrl, nextToken: 'another-token' }), ref, null),
    );
    expect(await work.catch((error: unknown) => error)).toMatchObject(expected);
  });

  it('takes a lasting 401 without a word for a hidden contact, once the token has proved itself', async () => {
    await withVendor(
      ({ path }) => (path === '/contacts' ? { body: { data: [] } } : { status: 401 }),
      async (vendor) => {
        const page = await contacts.read(contextFor(vendor), ref, null);
        expect(page).toMatchObject({ records: [], skipped: { why: expect.any(String) } });
        expect(vendor.calls.map(({ path }) => path)).toEqual(['/contacts/1', '/contacts', '/contacts/1']);
      },
    );
  });

  it('reads a contact whose 401 was an accident', async () => {
    const replies: Reply[] = [
      { status: 401 },
      { body: { data: [] } },
      { body: { data: contact(1, ref.email) } },
    ];
    const page = await withVendor(
      () => replies.shift(),
      (vendor) => contacts.read(contextFor(vendor), ref, null),
    );
    expect(page.records).toHaveLength(1);
  });

  it('takes odd fields as they are', async () => {
    const data = {
      ...contact(1, ref.email, { name: { first: 'Ada' }, phone: 33_100, externalId: [7] }),
      createdAt: 'long ago',
    };
    const { records } = await read({ body: { data } });
    expect(records).toMatchObject([{ id: '1', data, title: 'Contact 1' }]);
    expect(records[0]).not.toHaveProperty('occurredAt');
  });

  it.each([null, undefined])('exports nothing of a contact with attributes %j', async (attributes) => {
    expect(await read({ body: { data: { id: 1, attributes } } })).toMatchObject({ records: [], skipped: {} });
  });

  it('stops when another contact is answered', async () => {
    const work = read({ body: { data: contact(2, 'ada@x.example') } });
    expect(await work.catch((error: unknown) => error)).toBeInstanceOf(VendorContractError);
  });
});
