import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '../../src/access/role.js';
import type { ApiKeyView } from '../../src/application/views/api-key-view.js';
import { startTestService, type TestService } from './support/service.js';

type Issued = ApiKeyView & { readonly key: string };

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.stop());

async function issue(body: object, key?: string): Promise<Issued> {
  const options = key === undefined ? { body } : { body, key };
  const reply = await service.call('POST', '/v1/keys', options);
  expect(reply.status).toBe(201);
  return reply.body as Issued;
}

const listed = async () => (await service.call('GET', '/v1/keys')).body as readonly ApiKeyView[];

describe('keys over HTTP', () => {
  it.each(roles)('are issued with the role %s, and work at once', async (role) => {
    const { key, ...shown } = await issue({ role, name: `for-${role}`, expiresInDays: 7 });
    expect(key).toMatch(new RegExp(`^dsr_${shown.id}_`));
    expect(shown).toMatchObject({ role, name: `for-${role}`, revokedAt: null });
    expect(Date.parse(shown.expiresAt) - Date.parse(shown.createdAt)).toBe(7 * 86_400_000);
    expect((await service.call('GET', '/v1/connectors', { key })).status).toBe(200);
  });

  it('name who issued them, and are listed without their secrets', async () => {
    const first = await issue({ role: 'admin' });
    const second = await issue({ role: 'auditor' }, first.key);
    expect(second.createdBy).toBe(`key:${first.id}`);
    const all = await listed();
    expect(all.find(({ id }) => id === second.id)).toMatchObject({ role: 'auditor', lastUsedAt: null });
    expect(all.every((each) => !('key' in each))).toBe(true);
    expect(JSON.stringify(all)).not.toContain(second.key.slice(-43));
  });

  it('are revoked for every call from then on, and stay so', async () => {
    const { id, key } = await issue({ role: 'operator' });
    const revoked = await service.call('POST', `/v1/keys/${id}/revoke`);
    expect(revoked).toMatchObject({ status: 200, body: { id, revokedAt: expect.any(String) as unknown } });
    expect((await service.call('GET', '/v1/requests', { key })).status).toBe(401);
    const again = await service.call('POST', `/v1/keys/${id}/revoke`, { body: {} });
    expect(again.body).toEqual(revoked.body);
  });

  it('that are revoked can issue no other one', async () => {
    const { id, key } = await issue({ role: 'admin' });
    expect((await service.call('POST', `/v1/keys/${id}/revoke`, { key })).status).toBe(200);
    const before = (await listed()).length;
    expect((await service.call('POST', '/v1/keys', { key, body: { role: 'admin' } })).status).toBe(401);
    expect(await listed()).toHaveLength(before);
  });

  it.each([
    [{}, ['role']],
    [{ role: 'owner' }, ['role']],
    [{ role: 'auditor', expiresInDays: 0 }, ['expiresInDays']],
    [{ role: 'auditor', expiresInDays: 367 }, ['expiresInDays']],
    [{ role: 'auditor', expiresInDays: 1.5 }, ['expiresInDays']],
    [{ role: 'auditor', name: 'a name', key: 'canary' }, ['name', 'key']],
  ])('are not issued for %j', async (body, fields) => {
    const before = (await listed()).length;
    const reply = await service.call('POST', '/v1/keys', { body });
    const { errors } = reply.body as { readonly errors: readonly { readonly field: string }[] };
    expect([reply.status, new Set(errors.map(({ field }) => field))]).toEqual([400, new Set(fields)]);
    expect(JSON.stringify(reply.body)).not.toContain('canary');
    expect(await listed()).toHaveLength(before);
  });

  it.each([
    ['0000000000000000', 404],
    ['nothing', 400],
  ])('%s is none that could be revoked', async (id, status) => {
    expect((await service.call('POST', `/v1/keys/${id}/revoke`)).status).toBe(status);
  });

  it.each(['auditor', 'operator', 'approver'] as const)('are not for %s', async (role) => {
    const key = await service.key(role);
    const [{ id }] = (await listed()) as [ApiKeyView];
    expect((await service.call('GET', '/v1/keys', { key })).status).toBe(403);
    expect((await service.call('POST', '/v1/keys', { key, body: { role: 'auditor' } })).status).toBe(403);
    expect((await service.call('POST', `/v1/keys/${id}/revoke`, { key })).status).toBe(403);
  });
});
