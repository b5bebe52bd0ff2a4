import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { startTestService, type TestService } from './support/service.js';

let service: TestService;
let operator: string;

beforeAll(async () => {
  service = await startTestService();
  await service.startVendor('support');
  operator = await service.key('operator');
});

afterAll(() => service.stop());

const jane = { type: 'access', emails: ['jane@example.org'] };

async function create(body: object = jane, headers: Readonly<Record<string, string>> = {}) {
  const reply = await service.call('POST', '/v1/requests', { key: operator, body, headers });
  return { status: reply.status, request: reply.body as RequestView };
}

async function pageOf(query: string) {
  const { status, body } = await service.call('GET', `/v1/requests?${query}`);
  expect(status).toBe(200);
  const { items, next } = body as { items: readonly RequestView[]; next: string | null };
  return { ids: items.map(({ id }) => id), next };
}

describe('requests over HTTP', () => {
  it('are recorded, shown and cancelled', async () => {
    const { status, request } = await create();
    expect([status, request.status, request.type]).toEqual([201, 'received', 'access']);
    const shown = await service.call('GET', `/v1/requests/${request.id}`);
    expect(shown.body).toEqual(request);
    const cancelled = await service.call('POST', `/v1/requests/${request.id.slice(0, 13)}/cancel`);
    expect(cancelled.body).toMatchObject({ id: request.id, status: 'cancelled' });
    const again = await service.call('POST', `/v1/requests/${request.id}/cancel`);
    expect([again.status, again.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
  });

  it('name the key that acted in the audit log', async () => {
    const { request } = await create();
    const { body } = await service.call('GET', '/v1/audit?limit=100');
    const { items } = body as { items: readonly { actor: string; details: { request?: string } }[] };
    const [, id] = operator.split('_');
    expect(items.find(({ details }) => details.request === request.id)?.actor).toBe(`key:${String(id)}`);
  });

  it('are recorded once per idempotency key, however often and at once', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const all = await Promise.all(Array.from({ length: 50 }, () => create(jane, headers)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(all.map(({ request }) => request.id)).size).toBe(1);
    const other = await create({ ...jane, emails: ['joe@example.org'] }, headers);
    expect(other).toMatchObject({ status: 422, request: { type: '/problems/idempotency-key-reused' } });
    const own = await service.call('POST', '/v1/requests', { body: jane, headers });
    expect((own.body as RequestView).id).not.toBe(all[0]?.request.id);
  });

  it('are listed page by page, each once', async () => {
    for (let index = 0; index < 5; index += 1) await create();
    const whole = await pageOf('limit=100');
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { ids, next } = await pageOf(`limit=2${cursor}`);
      found.push(...ids);
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(found).toEqual(whole.ids);
  });

  it('are filtered by status, type, connection and deadline', async () => {
    const late = { ...jane, receivedAt: '2026-01-05' };
    const { request } = await create(late);
    expect((await pageOf('overdue=true')).ids).toEqual([request.id]);
    expect((await pageOf('dueBefore=2026-03-01')).ids).toEqual([request.id]);
    expect((await pageOf('dueAfter=2026-03-01&limit=100')).ids).not.toContain(request.id);
    expect((await pageOf('type=deletion')).ids).toEqual([]);
    expect((await pageOf('connection=nowhere')).ids).toEqual([]);
    expect((await pageOf('connection=support&status=received&limit=100')).ids).toContain(request.id);
  });

  it.each([
    ['/v1/requests/not-an-id', 400],
    ['/v1/requests/00000000-0000-0000-0000-000000000000', 404],
    ['/v1/requests?cursor=nonsense', 422],
    ['/v1/requests?limit=101', 400],
    ['/v1/requests?unknown=1', 400],
    ['/v1/requests?limit=1&limit=2', 400],
    ['/v1/requests?dueBefore=2026-02-30', 400],
    ['/v1/nothing', 404],
    ['/v1/requests/%zz', 400],
  ])('%s is answered with %i and a problem', async (path, status) => {
    const reply = await service.call('GET', path);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(reply.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  it('are refused with every problem named and no value repeated', async () => {
    const body = { type: 'canary-type', emails: 'canary@example.org', surplus: 1, ids: [{ namespace: 'x' }] };
    const { status, request } = await create(body);
    const { errors } = request as unknown as { errors: readonly { field: string }[] };
    expect(status).toBe(400);
    expect(new Set(errors.map(({ field }) => field))).toEqual(
      new Set(['type', 'emails', 'surplus', 'ids.0.value']),
    );
    expect(JSON.stringify(request)).not.toContain('canary');
  });

  it.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['a body that is too large', JSON.stringify({ ...jane, phones: ['1'.repeat(300_000)] }), 413],
    ['a prototype', '{"__proto__": {"type": "access"}}', 400],
  ])('are refused when the body is %s', async (_, body, status) => {
    const reply = await service.call('POST', '/v1/requests', { body });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  it('tells the methods of a route', async () => {
    const reply = await service.call('PUT', '/v1/requests');
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST, GET']);
  });
});
