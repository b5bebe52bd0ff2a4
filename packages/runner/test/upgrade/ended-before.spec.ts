import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { letGo } from '../support/days-later.js';
import { TestServices } from '../support/services.js';

const long = new Date(Date.now() - 90 * 86_400_000);

/** Requests of the release before, in which nothing expired, and whose approvals were told by the audit log alone. */
describe('requests that ended before the upgrade', () => {
  let server: TestDatabase;
  let services: TestServices;
  const id = randomUUID();

  beforeAll(async () => {
    server = await startTestDatabase();
    const database = await Database.open(server.url);
    await migrate(
      database,
      migrations.filter(({ id: number }) => number <= 10),
    );
    await database.query(
      `insert into dsr.request (id, type, status, subject, approved, include_vendor_users, received_at, due_at, finished_at)
       values ($1, 'access', 'completed', '', true, false, $2, $2, $2)`,
      [id, long],
    );
    await database.query(
      `insert into dsr.audit_entry (seq, at, action, actor, details, previous, hash)
       values (1, $1, 'request.approved', 'cli', $2, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
      [long, JSON.stringify({ request: id, plans: ['aa', 'aa', 'bb'] })],
    );
    await database.close();
    services = await TestServices.open(server.url);
    await services.keys.create('request', id);
    await services.database.query('delete from dsr.receipt_due');
  });

  afterAll(async () => {
    await services.close();
    await server.stop();
  });

  it('keep who approved, once for tasks of one plan', async () => {
    const { rows } = await services.database.query<{ plan_hash: string }>(
      'select plan_hash from dsr.approval where request_id = $1 order by plan_hash',
      [id],
    );
    expect(rows.map((row) => row.plan_hash)).toEqual(['aa', 'bb']);
  });

  it('are kept as if they had ended with it, so that somebody may hold them', async () => {
    const show = async () => (await services.requests().show(id)).retention;
    await letGo(services, 29);
    const { expiredAt, expiresAt } = await show();
    expect(expiredAt).toBeNull();
    expect(new Date(expiresAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    await services.requests().hold(id, 'Complaint 20.');
    await letGo(services, 31);
    expect((await show()).expiredAt).toBeNull();
    await services.requests().release(id);
    await services.database.query('delete from dsr.receipt_due');
    await letGo(services, 31);
    expect((await show()).expiredBy).toBe('time');
  });
});
