import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { Database } from '../../src/store/database.js';
import { startTestService, type TestService } from '../http/support/service.js';
import { somebody } from '../support/services.js';

const email = 'grace.hopper@example.com';

/** A defect of ours: what was found breaks a rule of our own tables. */
const defect = 'alter table dsr.record add constraint defect check (false) not valid';

/** The server breaks off what writes a record, more often than a task may fail: for a deadlock and for a conflict in turn. */
const breaksOff = `
  create sequence attempt;
  create function break_off() returns trigger language plpgsql as $$
  declare
    number constant bigint := nextval('attempt');
  begin
    if number <= 4 then
      raise exception using errcode = case number % 2 when 0 then '40P01' else '40001' end;
    end if;
    return new;
  end
  $$;
  create trigger broken_off before insert on dsr.record for each statement execute function break_off();`;

describe('a task whose step fails because of this program', () => {
  let service: TestService;
  let application: Application;
  let database: Database;
  let vendor: DriftSimulator;
  let id: string;

  beforeAll(async () => {
    service = await startTestService();
    ({ application } = service);
    vendor = await service.startVendor('main', { conversations: 10, strangers: 3 });
    ({ database } = service);
    id = (await application.requests.create({ ...somebody, type: 'access' })).id;
  });

  afterAll(() => service.stop());

  const work = () => application.worker.run(new AbortController().signal, { untilIdle: true });

  it('is given up with its reason and the way out, and nothing of it counts as not found', async () => {
    await database.query(defect);
    await work();
    const { status, tasks } = await application.requests.show(id);
    expect(status).toBe('failed');
    expect(tasks[0]).toMatchObject({ status: 'dead_letter', error: { code: 'dead_letter' } });
    const message = tasks[0]?.error?.message ?? '';
    expect(message).toContain('SQLSTATE 23514, constraint defect');
    expect(message).toContain(`dsr request retry ${id}`);
    expect(message).not.toContain(email);
    const outcomes = tasks[0]?.outcomes.map(({ outcome }) => outcome) ?? [];
    expect(outcomes).toContain('failed');
    expect(outcomes).not.toContain('not_found');
    const { rows } = await database.query(
      "select details->>'request' as request from dsr.audit_entry where action = 'task.dead_letter'",
    );
    expect(rows).toEqual([{ request: id }]);
  });

  it('is carried on to its end once a person says that the cause is mended', async () => {
    await database.query('alter table dsr.record drop constraint defect');
    await application.requests.retry(id);
    await work();
    const { status, tasks } = await application.requests.show(id);
    expect(status).toBe('completed');
    const exported = new Map(tasks[0]?.outcomes.map(({ resource, count }) => [resource, count]));
    const truth = vendor.world.expectedRecords(email);
    for (const resource of ['contacts', 'conversations', 'messages', 'attachments'] as const) {
      expect([resource, exported.get(resource)]).toEqual([resource, truth[resource].length]);
    }
  });

  it('goes on, as if nothing had been, after the server broke it off in favour of another', async () => {
    await database.query(breaksOff);
    const again = await application.requests.create({ ...somebody, type: 'access' });
    await work();
    const { status, tasks } = await application.requests.show(again.id);
    expect({ status, error: tasks[0]?.error }).toEqual({ status: 'completed', error: null });
    const exported = new Map(tasks[0]?.outcomes.map(({ resource, count }) => [resource, count]));
    expect(exported.get('messages')).toBe(vendor.world.expectedRecords(email).messages.length);
    const { rows } = await database.query('select last_value > 4 as "goesOn" from attempt');
    expect(rows).toEqual([{ goesOn: true }]);
  });
});
