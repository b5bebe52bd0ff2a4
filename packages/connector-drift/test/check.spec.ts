import { describe, expect, it } from '@jest/globals';
import { check } from '../src/connection/check.js';
import { contextFor } from './support/context.js';
import { withVendor, type Call, type Reply } from './support/vendor.js';

const checked = (answer: (call: Call) => Reply | undefined) =>
  withVendor(answer, async (vendor) => ({
    connection: await check(contextFor(vendor), { accessToken: 'secret-token' }),
    calls: vendor.calls,
  }));

const information = {
  access_token: 'secret-token',
  authenticated_userid: 'orgId:42',
  token_type: 'bearer',
  expires_in: 7_200_000,
  scope: 'contact_read  gdpr_write',
};

describe('checking a connection', () => {
  it('learns scopes and account, and lets the echoed token go no further', async () => {
    const { connection, calls } = await checked(() => ({ body: information }));
    expect(connection).toEqual({ grantedScopes: ['contact_read', 'gdpr_write'], account: '42' });
    expect(JSON.stringify(connection)).not.toContain('secret-token');
    expect(calls).toMatchObject([
      { method: 'POST', path: '/app/token_info', body: '{"access_token":"secret-token"}' },
    ]);
  });

  it('knows no scopes when none are named', async () => {
    const { connection } = await checked(() => ({
      body: { ...information, scope: undefined, authenticated_userid: 'someone' },
    }));
    expect(connection).toEqual({ grantedScopes: 'unknown' });
  });

  it.each([400, 404, 405, 422, 501])('reads contacts where the call is missing (%d)', async (status) => {
    const { connection, calls } = await checked(({ path }) =>
      path === '/contacts' ? { body: { data: [] } } : { status },
    );
    expect(connection).toEqual({ grantedScopes: 'unknown' });
    expect(calls.at(-1)?.query['email']).toMatch(/\.invalid$/);
  });

  it.each([
    [{ scope: null, authenticated_userid: null, expires_in: 'never', created_at: null }, 'unknown'],
    [{ scope: 'contact_read, gdpr_write,user_read' }, ['contact_read', 'gdpr_write', 'user_read']],
  ])('understands %j', async (body, grantedScopes) => {
    const { connection, calls } = await checked(() => ({ body }));
    expect(connection).toEqual({ grantedScopes });
    expect(calls).toHaveLength(1);
  });

  it.each(['<html></html>', '', '[]', '{"scope":["contact_read"]}'])(
    'reads contacts where the call answers %j',
    async (body) => {
      const { connection, calls } = await checked(({ path }) =>
        path === '/contacts' ? { body: { data: [] } } : { body },
      );
      expect(connection).toEqual({ grantedScopes: 'unknown' });
      expect(calls.map(({ path }) => path)).toEqual(['/app/token_info', '/contacts']);
    },
  );

  it('fails when neither works', async () => {
    await expect(checked(({ path }) => ({ status: path === '/contacts' ? 401 : 404 }))).rejects.toMatchObject(
      { code: 'authentication' },
    );
    await expect(checked(() => ({ status: 403 }))).rejects.toMatchObject({ code: 'authentication' });
    await expect(checked(() => ({ body: '<html></html>' }))).rejects.toMatchObject({
      code: 'vendor_contract',
    });
  });
});
