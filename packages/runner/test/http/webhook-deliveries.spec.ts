import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FailedDeliveryView } from '../../src/application/views/failed-delivery-view.js';
import type { Database } from '../../src/store/database.js';
import { startTestService, type TestService } from './support/service.js';

let service: TestService;
let database: Database;

beforeAll(async () => {
  service = await startTestService();
  ({ database } = service);
});

beforeEach(async () => {
  await database.query('truncate dsr.event, dsr.webhook, dsr.webhook_delivery restart identity');
});

afterAll(() => service.stop());

/** Deliveries of the endpoint `desk`, given up or not, as workers leave them. */
async function store(...failed: readonly boolean[]): Promise<void> {
  await database.query(`insert into dsr.webhook (name, last_event) values ('desk', 100)`);
  for (const [index, isFailed] of failed.entries()) {
    const values = [index + 1, randomUUID(), isFailed];
    await database.query(
      `with event as (
         insert into dsr.event (id, request_id, kind, details) values ($1, $2, 'request.finished', '{}') returning id
       )
       insert into dsr.webhook_delivery (webhook, event_id, request_id, attempts, created_at, failed_at, problem)
       select 'desk', id, $2, 60, now() - interval '3 days', case when $3 then now() end, 'status_503' from event`,
      values,
    );
  }
}

async function page(query = '') {
  const reply = await service.call('GET', `/v1/webhook-deliveries${query}`);
  expect(reply.status).toBe(200);
  return reply.body as { readonly items: readonly FailedDeliveryView[]; readonly next: string | null };
}

describe('webhooks that were given up', () => {
  it('are listed page by page, each once, and no others', async () => {
    await store(true, false, true, true);
    const first = await page('?state=failed&limit=2');
    const second = await page(`?limit=2&cursor=${String(first.next)}`);
    const all = [...first.items, ...second.items];
    expect(all.map(({ eventId }) => eventId)).toEqual([1, 3, 4]);
    expect(all[0]).toMatchObject({ webhook: 'desk', kind: 'request.finished', problem: 'status_503' });
    expect(second.next).toBeNull();
  });

  it('are due again under their id when somebody retries them, with new patience', async () => {
    await store(true, true);
    const [{ id }] = (await page()).items as [FailedDeliveryView];
    const { id: keyId, key } = await service.application.keys.create({ role: 'admin' });
    const path = `/v1/webhook-deliveries/${id}/retry`;
    const retried = await service.call('POST', path, { key: key.reveal() });
    expect([retried.status, retried.body]).toEqual([200, { retried: id }]);
    expect((await page()).items).toHaveLength(1);
    const { rows } = await database.query(
      `select id, attempts, problem from dsr.webhook_delivery
       where failed_at is null and not_before <= now() and created_at > now() - interval '1 hour'`,
    );
    expect(rows).toEqual([{ id, attempts: 0, problem: null }]);
    const entry = await database.query(
      `select actor, details->>'delivery' as delivery from dsr.audit_entry where action = 'webhook.retried'`,
    );
    expect(entry.rows).toEqual([{ actor: `key:${keyId}`, delivery: id }]);
    expect((await service.call('POST', path)).status).toBe(404);
  });

  it('are counted for monitoring', async () => {
    await store(true, false, true);
    // Figures are kept for a second; whoever looks sees them of the database as it is by then.
    let figures = '';
    while (!figures.includes('dsr_webhook_deliveries{'))
      figures = String((await service.call('GET', '/metrics')).body);
    expect(figures).toContain('dsr_webhook_deliveries{webhook="desk",state="failed"} 2');
    expect(figures).toContain('dsr_webhook_deliveries{webhook="desk",state="waiting"} 1');
  });

  it.each([
    ['GET', '?state=waiting', 400],
    ['GET', '?cursor=nonsense', 422],
    ['POST', '/nothing/retry', 400],
    ['POST', '/00000000-0000-4000-8000-000000000000/retry', 404],
  ])('are not to be had by %s %s', async (method, rest, status) => {
    expect((await service.call(method, `/v1/webhook-deliveries${rest}`)).status).toBe(status);
  });
});
