import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { startTestService, type TestService } from './support/service.js';
import { readEvents } from './support/read-events.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await service.startVendor('support');
});

afterAll(() => service.stop());

async function create(): Promise<RequestView> {
  const body = { type: 'access', emails: ['canary@example.org'] };
  return (await service.call('POST', '/v1/requests', { body })).body as RequestView;
}

describe('operation of the service', () => {
  it('tells health and readiness to anybody, and nothing else', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const { status, body } = await service.call('GET', path, { key: null });
      expect([status, body]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('tells figures to auditors', async () => {
    await create();
    expect((await service.call('GET', '/metrics', { key: null })).status).toBe(401);
    const { status, body } = await service.call('GET', '/metrics', { key: await service.key('auditor') });
    expect(status).toBe(200);
    expect(body).toContain('dsr_requests{type="access",status="received"} 1');
    expect(body).toContain('dsr_tasks{connector="drift",status="received"} 1');
    expect(body).not.toContain('canary');
  });

  it('serves the document that is committed', async () => {
    const file = new URL('../../openapi/service.json', import.meta.url);
    const committed = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    const { body } = await service.call('GET', '/v1/openapi.json', { key: null });
    expect(body).toEqual(committed);
  });

  it('sends the events of a request, also to a reader who comes back', async () => {
    const { id } = await create();
    await service.call('POST', `/v1/requests/${id}/cancel`);
    const key = await service.key('auditor');
    const url = `${service.url}/v1/requests/${id}/events`;
    const all = await readEvents(url, key, (events) => events.at(-1)?.kind === 'request.cancelled');
    expect(all.map(({ kind }) => kind)).toEqual(['request.received', 'task.changed', 'request.cancelled']);
    const [first, ...others] = all;
    const rest = await readEvents(url, key, (events) => events.length === 2, String(first?.id));
    expect(rest).toEqual(others);
  });

  it('sets the headers that keep browsers from doing anything with its answers', async () => {
    const { headers } = await service.call('GET', '/v1/connectors');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('shows a browser that brings an unknown state a page that repeats nothing', async () => {
    const path = '/v1/oauth/callback?state=canary&error_description=canary';
    const { status, headers, body } = await service.call('GET', path, { key: null });
    expect([status, headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(body).not.toContain('canary');
  });
});
