import { describe, expect, it } from '@jest/globals';
import type { LocatedThing } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { subject } from '../src/contacts/locate.js';
import { contact } from './support/answers.js';
import { contextFor } from './support/context.js';
import { byEmail } from './support/person.js';
import { storedCursor } from './support/stored.js';
import { withVendor, type Call, type Reply, type Vendor } from './support/vendor.js';

/** Every page, with each cursor stored and read back as the runner does. */
async function locateAll(vendor: Vendor, email: string): Promise<LocatedThing[]> {
  const context = contextFor(vendor);
  const things: LocatedThing[] = [];
  let cursor: Parameters<typeof subject.locate>[2] = null;
  do {
    const page = await subject.locate(context, byEmail(email), cursor);
    things.push(...page.things);
    cursor = storedCursor(subject.cursor, page.next);
  } while (cursor !== null);
  return things;
}

function located(answer: (call: Call) => Reply | undefined, email = 'ada@x.example') {
  return withVendor(answer, async (vendor) => ({
    things: await locateAll(vendor, email),
    calls: vendor.calls,
  }));
}

async function expectRefused(work: Promise<unknown>): Promise<void> {
  expect(await work.catch((error: unknown) => error)).toBeInstanceOf(VendorContractError);
}

describe('locating contacts', () => {
  it('asks for the e-mail as given and in lower case, and gives the same ref for the same contact', async () => {
    const { things, calls } = await located(
      () => ({ body: { data: [contact(1, 'Ada@x.example')] } }),
      'Ada@X.example',
    );
    expect(calls.map(({ query }) => query['email'])).toEqual(['Ada@X.example', 'ada@x.example']);
    expect(new Set(things.map(({ ref }) => JSON.stringify(ref)))).toEqual(
      new Set(['{"contactId":1,"email":"Ada@x.example"}']),
    );
  });

  it('names the owner of scans and the earliest time a conversation can have', async () => {
    const { things } = await located(() => ({ body: { data: [contact(1, 'ada@x.example')] } }));
    expect(things).toEqual([
      {
        resource: 'contacts',
        ref: { contactId: 1, email: 'ada@x.example' },
        owner: '1',
        existsSince: 1_700_000_000_000 - 86_400_000,
        createdAt: 1_700_000_000_000,
      },
    ]);
  });

  it.each([
    [{ phone: '+33 1', externalId: 'cust-77' }, ['phone +33 1', 'external_id cust-77']],
    [{ phone: ' +33 1 ', externalId: 77 }, ['phone +33 1', 'external_id 77']],
    [{ phone: 33_100, externalId: null, external_id: 'x' }, ['phone 33100', 'external_id x']],
    [{ phone: null, externalId: '' }, []],
    [{ phone: { code: 33 }, externalId: ['x'] }, []],
    [{ phone: '  ', externalId: 0.5 }, []],
  ])('hands on the further handles that contacts bear (%j)', async (attributes, handles) => {
    const data = [contact(1, 'ada@x.example', attributes), contact(2, 'eve@x.example', { phone: '+44' })];
    const page = await withVendor(
      () => ({ body: { data } }),
      (vendor) => subject.locate(contextFor(vendor), byEmail('ada@x.example'), null),
    );
    expect(page.identifiers?.map(({ kind, value }) => `${kind} ${value}`)).toEqual(handles);
  });

  it('encodes plus and percent', async () => {
    const { calls } = await located(() => ({ body: { data: [] } }), 'a+b%c@x.example');
    expect(calls.map(({ query }) => query['email'])).toEqual(['a+b%c@x.example']);
  });

  it('drops contacts whose e-mail is another one, or none', async () => {
    const others = [
      contact(1, 'ada@x.example'),
      contact(2, 'adam@x.example'),
      contact(3, null),
      contact(4, 'ada+1@x.example'),
      { id: 5, attributes: null },
      { id: 6 },
    ];
    const { things } = await located(() => ({ body: { data: others } }));
    expect(things.map(({ owner }) => owner)).toEqual(['1']);
  });

  it('understands a single object, and 404 as none', async () => {
    expect((await located(() => ({ body: { data: contact(1, 'ada@x.example') } }))).things).toHaveLength(1);
    expect((await located(() => ({ status: 404 }))).things).toEqual([]);
  });

  it.each([400, 422])('asks without `limit` when that is refused twice (%d)', async (status) => {
    const { things, calls } = await located(({ query }) =>
      'limit' in query ? { status } : { body: { data: [contact(1, 'ada@x.example')] } },
    );
    expect(things).toHaveLength(1);
    expect(calls.map(({ query }) => query)).toEqual([
      { email: 'ada@x.example', limit: '100' },
      { email: 'ada@x.example', limit: '100' },
      { email: 'ada@x.example' },
    ]);
  });

  it('follows links by their query alone, whatever parameter leads on', async () => {
    const pages: Record<string, Reply> = {
      first: {
        body: { data: [contact(1, 'ada@x.example')] },
        headers: link('email=ada%40x.example&limit=100&cursor=two'),
      },
      two: { body: { data: [contact(2, 'ada@x.example')] }, headers: link('cursor=three') },
      three: { body: { data: [contact(3, 'ada@x.example')] } },
    };
    const { things, calls } = await located(({ query }) => pages[query['cursor'] ?? 'first']);
    expect(things.map(({ owner }) => owner)).toEqual(['1', '2', '3']);
    expect(calls.map(({ path }) => path)).toEqual(['/contacts', '/contacts', '/contacts']);
    expect(calls.map(({ query }) => query['email'])).toEqual([
      'ada@x.example',
      'ada@x.example',
      'ada@x.example',
    ]);
  });

  it.each([
    ['that lead nowhere', link('email=ada%40x.example&limit=100')],
    ['to another call', { link: '<https://driftapi.com/users/list?cursor=two>; rel="next"' }],
    ['that are no links', { link: 'next please' }],
  ])('stops at links %s', async (_case, headers) => {
    await expectRefused(located(() => ({ body: { data: [] }, headers })));
  });

  it.each([
    ['with the e-mail in another letter case', link('email=ADA%40X.example&cursor=two')],
    ['with an unescaped plus in the e-mail', link('email=ada+1@x.example&cursor=two')],
    ['that are relative', { link: '<?cursor=two>; rel="next"' }],
    ['that are a path', { link: '</contacts?cursor=two>; rel=next, </contacts?cursor=9>; rel="last"' }],
    ['with a slash at the end of the path', { link: '<https://x.invalid/contacts/?cursor=two>; rel="next"' }],
    ['with a parameter twice', link('cursor=one&cursor=two')],
  ])('follows links %s, for the e-mail that was asked for', async (_case, headers) => {
    const { things, calls } = await located(({ query }) =>
      query['cursor'] === 'two'
        ? { body: { data: [contact(2, 'ada@x.example')] } }
        : { body: { data: [contact(1, 'ada@x.example')] }, headers },
    );
    expect(things.map(({ owner }) => owner)).toEqual(['1', '2']);
    expect(calls.at(-1)?.query).toEqual({ email: 'ada@x.example', cursor: 'two' });
  });

  it.each([400, 422])('counts a derived spelling that is refused (%d) as nobody’s', async (status) => {
    const { things } = await located(
      ({ query }) =>
        query['email'] === 'ada@x.example' ? { status } : { body: { data: [contact(1, 'Ada@x.example')] } },
      'Ada@x.example',
    );
    expect(things.map(({ owner }) => owner)).toEqual(['1']);
  });

  it('does not take a vendor that refuses everything for one that refuses a spelling', async () => {
    const work = located(
      ({ query }) => (query['email'] === 'Ada@x.example' ? { body: { data: [] } } : { status: 400 }),
      'Ada@x.example',
    );
    await expect(work).rejects.toMatchObject({ code: 'vendor_rejected' });
  });

  it.each([400, 422])(
    'does not count the given spelling as nobody’s when it is refused (%d)',
    async (status) => {
      const work = located(
        ({ query }) => (query['email'] === 'Ada@x.example' ? { status } : { body: { data: [] } }),
        'Ada@x.example',
      );
      await expect(work).rejects.toMatchObject({ code: 'vendor_rejected' });
    },
  );

  it('knows no earliest time for a contact without a time', async () => {
    const { things } = await located(() => ({
      body: { data: { ...contact(1, 'ada@x.example'), createdAt: null } },
    }));
    expect(things).toHaveLength(1);
    expect(things[0]).not.toHaveProperty('existsSince');
  });

  it('stops when the pages run in circles', async () => {
    await expectRefused(located(() => ({ body: { data: [] }, headers: link('cursor=same') })));
  });

  it('does not take a missing later page for the end', async () => {
    const work = located(({ query }) =>
      'cursor' in query ? { status: 404 } : { body: { data: [] }, headers: link('cursor=two') },
    );
    await expect(work).rejects.toMatchObject({ code: 'vendor_not_found' });
  });
});

function link(query: string) {
  return { link: `<https://elsewhere.invalid/contacts?${query}>; rel="next"` };
}
