import { describe, expect, it } from '@jest/globals';
import type { LocatedThing } from '@privacy-connectors/core';
import type { DriftContext } from '../src/client/context.js';
import { deletion } from '../src/deletion/deletion.js';
import { contextFor, NOW } from './support/context.js';
import { personWith } from './support/person.js';
import { withVendor, type Reply } from './support/vendor.js';

const thing = (contactId: number, email: string): LocatedThing => ({
  resource: 'contacts',
  ref: { contactId, email },
  owner: String(contactId),
});
const things = [thing(2, 'ada@x.example'), thing(1, 'Ada@x.example'), thing(3, 'ada@x.example')];
const subject = personWith('ada@x.example');
const users = (...emails: (string | null)[]): Reply => ({
  body: { data: emails.map((email, index) => ({ id: index + 1, email })) },
});

interface Planning {
  readonly reply?: Reply;
  readonly scopes?: DriftContext['grantedScopes'];
  readonly found?: readonly LocatedThing[];
  readonly includeVendorUsers?: boolean;
}

function planned({
  reply = users('agent@x.example', null),
  scopes = 'unknown',
  found = things,
  includeVendorUsers = false,
}: Planning) {
  return withVendor(
    () => reply,
    async (vendor) => ({
      plan: await deletion.plan(contextFor(vendor, scopes), subject, found, { includeVendorUsers }, null),
      paths: vendor.calls.map(({ method, path }) => `${method} ${path}`),
    }),
  );
}

describe('planning a deletion', () => {
  it('plans one erasure per spelling of the e-mail, with stable keys and no e-mail in words', async () => {
    const { plan } = await planned({});
    expect(plan.operations.map(({ operation, count }) => ({ operation, count }))).toEqual([
      { operation: { email: 'Ada@x.example', contactIds: [1] }, count: 1 },
      { operation: { email: 'ada@x.example', contactIds: [2, 3] }, count: 2 },
    ]);
    expect(plan.warnings).toEqual([]);
    expect(plan.obstacles).toEqual([]);
    const shown = plan.operations.map(({ key, title }) => `${key} ${title}`);
    expect(new Set(shown).size).toBe(2);
    expect(shown.join()).not.toMatch(/ada/i);
    const again = (await planned({ found: [...things].reverse() })).plan;
    expect(again).toEqual(plan);
  });

  it('remembers that it saw every contact, for whoever confirms the erasure', async () => {
    const sawAll = async (scopes: readonly string[]) =>
      (await planned({ scopes })).plan.operations.map(({ operation }) => operation.sawAll);
    expect(await sawAll(['all_contact_read', 'gdpr_write'])).toEqual([true, true]);
    expect(await sawAll(['contact_read', 'gdpr_write'])).toEqual([undefined, undefined]);
  });

  it('is blocked without gdpr_write and says that removing contacts is no erasure', async () => {
    const { plan, paths } = await planned({ scopes: ['contact_read', 'contact_write', 'user_read'] });
    expect(plan.operations).toEqual([]);
    expect(plan.obstacles).toMatchObject([
      { resource: 'contacts', count: 3, outcome: { outcome: 'blocked' } },
    ]);
    expect(JSON.stringify(plan.obstacles)).toMatch(/gdpr_write.*not an erasure/);
    expect(paths).toEqual([]);
  });

  it('refuses when the e-mail belongs to a Drift user, in any letter case', async () => {
    const { plan } = await planned({ reply: users('ADA@x.example') });
    expect(plan).toMatchObject({
      operations: [],
      warnings: [{ code: 'vendor_user' }],
      obstacles: [
        {
          count: 3,
          outcome: { outcome: 'refused', reason: expect.stringContaining('--include-vendor-users') },
        },
      ],
    });
  });

  it('goes on against a Drift user when that is asked for, and still warns', async () => {
    const { plan } = await planned({ reply: users('ada@x.example'), includeVendorUsers: true });
    expect(plan.operations).toHaveLength(2);
    expect(plan.warnings).toMatchObject([{ code: 'vendor_user' }]);
  });

  it.each<Reply>([
    { status: 403 },
    { status: 404 },
    { status: 400 },
    { body: '<html></html>' },
    { body: { data: { '1': { id: 1 } } } },
    { body: { data: [{ id: 1, email: ['ada@x.example'] }] } },
  ])('warns when users cannot be seen (%j)', async (reply) => {
    const { plan } = await planned({ reply });
    expect(plan.operations).toHaveLength(2);
    expect(plan.warnings).toMatchObject([{ code: 'vendor_user_unknown' }]);
  });

  it.each([
    [
      'warns when a 401 is about users only',
      { body: { data: [] } },
      { warnings: [{ code: 'vendor_user_unknown' }] },
    ],
    ['fails when the token is dead', { status: 401 }, { code: 'authentication' }],
  ])('%s', async (_case, ofContacts, expected) => {
    const plan = withVendor(
      ({ path }) => (path === '/contacts' ? ofContacts : { status: 401 }),
      (vendor) => deletion.plan(contextFor(vendor), subject, things, { includeVendorUsers: false }, null),
    );
    expect(await plan.catch((error: unknown) => error)).toMatchObject(expected);
  });

  it('does not ask for users without the scope, and warns', async () => {
    const { plan, paths } = await planned({ scopes: ['gdpr_write'] });
    expect(paths).toEqual([]);
    expect(plan.warnings).toMatchObject([
      { code: 'vendor_user_unknown' },
      { code: 'contacts_may_be_hidden' },
    ]);
  });

  it('is not made while Drift is down', async () => {
    await expect(planned({ reply: { status: 500 } })).rejects.toMatchObject({ code: 'transient' });
  });

  it.each([
    ['nobody', users('agent@x.example'), []],
    ['somebody who is a Drift user only', users('Ada@x.example'), [{ code: 'vendor_user_alone' }]],
    ['nobody when users cannot be seen', { status: 403 }, []],
  ])('has nothing to do for %s', async (_case, reply, warnings) => {
    const { plan } = await planned({ found: [], reply });
    expect(plan).toMatchObject({ operations: [], obstacles: [], warnings });
  });
});

describe('erasing', () => {
  const operation = { email: 'Ada@x.example', contactIds: [1, 2] };
  const erased = (reply: Reply) =>
    withVendor(
      () => reply,
      async (vendor) => ({
        outcome: await deletion.erase(contextFor(vendor), operation),
        calls: vendor.calls,
      }),
    );

  it('asks once for the e-mail and waits', async () => {
    const { outcome, calls } = await erased({ body: { data: { message: 'processing' } } });
    expect(outcome).toEqual({
      outcome: 'pending',
      ticket: { ...operation, checked: 0 },
      checkAfter: NOW + 600_000,
    });
    expect(calls).toEqual([
      { method: 'POST', path: '/gdpr/delete', query: {}, body: '{"email":"Ada@x.example"}' },
    ]);
  });

  it.each<Reply>([
    { status: 200, body: '' },
    { status: 202, body: '' },
    { status: 204 },
    { body: { result: 'OK', ok: true } },
    { body: 'The delete is processing' },
    { status: 201, body: 'null' },
  ])('takes %j for an acceptance', async (reply) => {
    expect((await erased(reply)).outcome).toMatchObject({ outcome: 'pending', ticket: operation });
  });

  it.each([
    [{ status: 404 }, 'vendor_not_found'],
    [{ status: 403 }, 'missing_scope'],
    [{ status: 409 }, 'vendor_rejected'],
    [{ status: 500 }, 'transient'],
    [{ body: ' <!doctype html><html></html>' }, 'vendor_contract'],
  ])('takes %j for no success', async (reply, code) => {
    await expect(erased(reply)).rejects.toMatchObject({ code });
  });

  it('is not repeated blindly', async () => {
    await withVendor(
      () => ({ status: 503 }),
      async (vendor) => {
        await deletion.erase(contextFor(vendor), operation).catch(() => undefined);
        expect(vendor.calls).toHaveLength(1);
      },
    );
  });
});
