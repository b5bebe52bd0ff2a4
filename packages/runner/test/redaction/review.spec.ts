import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RedactionItemView } from '../../src/application/views/redaction-item-view.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { Tallies } from '../../src/audit/tallies.js';
import { reviewCursor, reviewStart } from '../../src/redaction/review-cursor.js';
import type { Database } from '../../src/store/database.js';
import { startTestService, type TestService } from '../http/support/service.js';
import { somebody } from '../support/services.js';

const email = 'grace.hopper@example.com';

let service: TestService;
let database: Database;
let request: string;
let operator: string;

beforeAll(async () => {
  service = await startTestService();
  ({ database } = service);
  operator = await service.key('operator');
  await service.startVendor('support', {
    subjects: [
      { email, contacts: 1, conversations: 2, messagesPerConversation: 30, attachmentsPerConversation: 1 },
    ],
  });
  const { requests } = service.application;
  const { id } = await requests.create({ ...somebody, type: 'access' });
  await requests.wait(id, () => undefined, AbortSignal.timeout(60_000));
  request = `/v1/requests/${id}`;
});

afterAll(() => service.stop());

async function items(): Promise<readonly RedactionItemView[]> {
  const { body } = await service.call('GET', `${request}/redactions?limit=100`, { key: operator });
  return (body as { readonly items: readonly RedactionItemView[] }).items;
}

async function etag(): Promise<string | null> {
  const response = await fetch(`${service.url}${request}/package`, {
    headers: { authorization: `Bearer ${operator}` },
  });
  await response.arrayBuffer();
  return response.headers.get('etag');
}

describe('the review of a package', () => {
  it('lists what is withheld, page by page, and shows it to operators only', async () => {
    const all = await items();
    const note = all.find(({ withheld }) => withheld === 'internal_note');
    expect(note).toMatchObject({ author: 'internal_note', decision: null });
    expect(note?.record).toMatch(/^support\/messages\/\d+$/);
    expect(note?.thread).toMatch(/^support\/conversations\/\d+$/);
    const first = (await service.call('GET', `${request}/redactions?limit=1`)).body as { next: string };
    const second = await service.call('GET', `${request}/redactions?limit=1&cursor=${first.next}`);
    expect((second.body as { items: unknown[] }).items).toEqual([all[1]]);
    const auditor = await service.key('auditor');
    expect((await service.call('GET', `${request}/redactions`, { key: auditor })).status).toBe(403);
  });

  it('is recorded page by page, also where it begins with a cursor that somebody made up', async () => {
    const issued = await service.application.keys.create({ role: 'operator' });
    const reader = { key: issued.key.reveal() };
    const entries = async () => {
      const { rows } = await database.query<{ action: string; count: string | null }>(
        `select action, details->>'count' as count from dsr.audit_entry
         where actor = $1 and action in ('package.reviewed', 'review.read') order by seq`,
        [`key:${issued.id}`],
      );
      return rows;
    };
    const cursor = reviewCursor(reviewStart);
    for (let page = 0; page < 3; page += 1) {
      const { body } = await service.call('GET', `${request}/redactions?limit=1&cursor=${cursor}`, reader);
      expect((body as { items: unknown[] }).items).toHaveLength(1);
      expect(await entries()).toEqual([{ action: 'package.reviewed', count: null }]);
    }
    await new Tallies(database, new AuditLog(database)).settle(0);
    expect((await entries())[1]).toEqual({ action: 'review.read', count: '3' });
  });

  it('takes a decision, which the package follows', async () => {
    const before = await etag();
    const record = (await items()).find(({ withheld }) => withheld === 'internal_note')?.record ?? '';
    const reason = 'Grace quotes nobody but herself.';
    const body = { record, mode: 'export', reason };
    const decided = await service.call('POST', `${request}/redactions`, { key: operator, body });
    expect(decided.body).toMatchObject({ record, withheld: null, decision: { mode: 'export', reason } });
    expect((await items()).find((item) => item.record === record)?.withheld).toBeNull();
    expect(await etag()).not.toBe(before);
    const { rows } = await database.query<{ text: string }>(
      `select coalesce(string_agg(o::text, ''), '') || (select string_agg(details::text, '') from dsr.audit_entry) as text
       from dsr.redaction_override as o`,
    );
    const logged = await database.query<{ action: string }>(
      "select distinct action from dsr.audit_entry where action in ('package.reviewed', 'redaction.decided') order by 1",
    );
    expect(logged.rows.map(({ action }) => action)).toEqual(['package.reviewed', 'redaction.decided']);
    expect(rows[0]?.text).toContain('"mode": "export"');
    expect(rows[0]?.text).not.toContain('Grace quotes');
    expect(rows[0]?.text).not.toContain(Buffer.from('Grace quotes').toString('hex'));
  });

  it('keeps what the last package did, by which policy', async () => {
    await etag();
    const { rows } = await database.query<{ policy: object; withheld: readonly { reason: string }[] }>(
      'select policy, withheld from dsr.redaction',
    );
    expect(rows[0]?.policy).toMatchObject({ agent: 'redact', internal_note: 'withhold' });
    expect(rows[0]?.withheld.map(({ reason }) => reason)).toContain('internal_note');
  });

  it('follows a policy that was changed, and says so in the audit log', async () => {
    const before = await etag();
    const changed = await service.call('POST', '/v1/connections/support/policy', {
      body: { policy: { internal_note: 'redact' } },
    });
    expect(changed.body).toMatchObject({
      policy: { internal_note: 'redact', agent: 'redact', subject: 'export' },
    });
    expect((await items()).some(({ withheld }) => withheld === 'internal_note')).toBe(false);
    expect(await etag()).not.toBe(before);
    const { rows } = await database.query(
      "select 1 from dsr.audit_entry where action = 'connection.policy_changed' and details->>'internal_note' = 'redact'",
    );
    expect(rows).toHaveLength(1);
  });

  it.each([
    [{ record: `support/messages/${randomUUID()}`, mode: 'export', reason: 'x' }, 404],
    [{ record: 'elsewhere/messages/1', mode: 'export', reason: 'x' }, 404],
    [{ record: 'messages', mode: 'export', reason: 'x' }, 422],
    [{ record: 'support/messages/1', mode: 'forget', reason: 'x' }, 400],
    [{ record: 'support/messages/1', mode: 'export', reason: '' }, 400],
  ])('refuses %j', async (body, status) => {
    expect((await service.call('POST', `${request}/redactions`, { key: operator, body })).status).toBe(
      status,
    );
  });
});
