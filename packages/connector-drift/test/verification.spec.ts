import { describe, expect, it } from '@jest/globals';
import { deletion } from '../src/deletion/deletion.js';
import { contact } from './support/answers.js';
import { contextFor, NOW } from './support/context.js';
import { withVendor, type Call, type Reply } from './support/vendor.js';

describe('verifying an erasure', () => {
  const ticket = { email: 'Ada@x.example', contactIds: [1, 2], checked: 0 };
  const none: Reply = { body: { data: [] } };
  const verified = (answer: (call: Call) => Reply | undefined, from = ticket) =>
    withVendor(answer, async (vendor) => ({
      outcome: await deletion.verify(contextFor(vendor), from),
      paths: vendor.calls.map(({ path, query }) => `${path} ${query['email'] ?? ''}`.trim()),
    }));
  const waiting = { outcome: 'pending', ticket, checkAfter: NOW + 600_000 };

  it('is done when no spelling and no id finds anything', async () => {
    const { outcome, paths } = await verified(({ path }) => (path === '/contacts' ? none : undefined));
    expect(outcome).toEqual({ outcome: 'deleted' });
    expect(paths).toEqual([
      '/contacts Ada@x.example',
      '/contacts ada@x.example',
      '/contacts/1',
      '/contacts/2',
    ]);
  });

  it('takes absence for no proof once the connection sees less than the plan did', async () => {
    const planned = { ...ticket, sawAll: true as const };
    const look = (scopes: readonly string[]) =>
      withVendor(
        ({ path }) => (path === '/contacts' ? none : undefined),
        (vendor) => deletion.verify(contextFor(vendor, scopes), planned),
      );
    expect(await look(['contact_read', 'gdpr_write'])).toEqual({ ...waiting, ticket: planned });
    expect(await look(['all_contact_read', 'gdpr_write'])).toEqual({ outcome: 'deleted' });
  });

  it.each([
    [
      'found in lower case',
      ({ query }: Call) =>
        query['email'] === 'ada@x.example' ? { body: { data: [contact(9, 'ada@x.example')] } } : none,
    ],
    [
      'unlisted, but there',
      ({ path }: Call) =>
        path === '/contacts' ? none : { body: { data: contact(Number(path.slice(10)), null) } },
    ],
    ['on a later page', () => ({ ...none, headers: { link: '</contacts?page_token=2>; rel="next"' } })],
  ])('waits while a contact is %s', async (_case, answer) => {
    expect((await verified(answer)).outcome).toEqual(waiting);
  });

  it.each([403, 500])('learns nothing from a %d', async (status) => {
    await expect(verified(({ path }) => (path === '/contacts' ? none : { status }))).rejects.toHaveProperty(
      'code',
    );
  });

  it('learns nothing from a dead token', async () => {
    const replies = [none, none, { status: 401 }, { status: 401 }];
    await expect(verified(() => replies.shift())).rejects.toMatchObject({ code: 'authentication' });
  });

  it('is done when the contacts are hidden from a token that works', async () => {
    const { outcome } = await verified(({ path }) => (path === '/contacts' ? none : { status: 401 }));
    expect(outcome).toEqual({ outcome: 'deleted' });
  });

  it('counts a derived spelling that is refused as gone, and the given one not', async () => {
    const refusing = (spelling: string) => (call: Call) => {
      if (call.path !== '/contacts') return undefined;
      return call.query['email'] === spelling ? { status: 400 } : none;
    };
    expect((await verified(refusing('ada@x.example'))).outcome).toEqual({ outcome: 'deleted' });
    await expect(verified(refusing('Ada@x.example'))).rejects.toMatchObject({ code: 'vendor_rejected' });
  });

  it('ends at the call during which it is cancelled', async () => {
    const controller = new AbortController();
    const answer = ({ path }: Call): Reply | undefined => {
      if (path === '/contacts') return none;
      controller.abort();
      return undefined;
    };
    await withVendor(answer, async (vendor) => {
      const context = { ...contextFor(vendor), signal: controller.signal };
      await expect(deletion.verify(context, ticket)).rejects.toMatchObject({ code: 'cancelled' });
      expect(vendor.calls.at(-1)?.path).toBe('/contacts/1');
    });
  });

  it('looks at many contacts in bounded steps, and starts again when one is there', async () => {
    const many = { ...ticket, contactIds: Array.from({ length: 20 }, (_, index) => index + 1) };
    const gone = ({ path }: Call) => (path === '/contacts' ? none : undefined);
    const first = await verified(gone, many);
    expect(first.paths).toHaveLength(10);
    expect(first.outcome).toEqual({ outcome: 'pending', ticket: { ...many, checked: 10 }, checkAfter: NOW });
    const there = await verified(() => ({ body: { data: contact(9, null) } }), { ...many, checked: 10 });
    expect(there.outcome).toEqual({ outcome: 'pending', ticket: many, checkAfter: NOW + 600_000 });
    expect((await verified(gone, { ...many, checked: 20 })).outcome).toEqual({ outcome: 'deleted' });
  });
});
