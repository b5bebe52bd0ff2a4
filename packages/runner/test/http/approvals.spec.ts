import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import type { PlanView } from '../../src/application/views/task-view.js';
import { startTestService, type TestService } from './support/service.js';

const email = 'grace.hopper@example.com';
const deletion = { type: 'deletion', emails: [email] };
const nothing = { plans: [] };
const access = { type: 'access', emails: [email] };

let service: TestService;
let vendor: DriftSimulator;
let operator: string;
let approver: string;

beforeAll(async () => {
  service = await startTestService();
  vendor = await service.startVendor('support', { conversations: 8, strangers: 1 });
  [operator, approver] = [await service.key('operator'), await service.key('approver')];
});

afterAll(() => service.stop());

async function create(body: object, key = operator): Promise<string> {
  const reply = await service.call('POST', '/v1/requests', { key, body });
  expect(reply.status).toBe(201);
  return (reply.body as RequestView).id;
}

const post = (id: string, what: string, key: string, body?: object) =>
  service.call('POST', `/v1/requests/${id}/${what}`, { key, ...(body === undefined ? {} : { body }) });

const show = async (id: string) => (await service.call('GET', `/v1/requests/${id}`)).body as RequestView;

/** Carries a request on as a worker does. */
const work = (id: string) =>
  service.application.requests.wait(id, () => undefined, AbortSignal.timeout(60_000));

async function plansOf(id: string): Promise<readonly { connection: string; plan: PlanView }[]> {
  const reply = await service.call('GET', `/v1/requests/${id}/plan`, { key: await service.key('auditor') });
  expect(reply.status).toBe(200);
  return (reply.body as { plans: readonly { connection: string; plan: PlanView }[] }).plans;
}

describe('a deletion over HTTP', () => {
  it('shows its plan, is approved by that plan and by another key, and then deletes', async () => {
    const id = await create(deletion);
    expect(await plansOf(id)).toEqual([]);
    expect((await post(id, 'approve', approver, nothing)).status).toBe(409);
    expect((await work(id)).status).toBe('awaiting_approval');
    const [planned] = await plansOf(id);
    expect(planned).toMatchObject({
      connection: 'support',
      plan: { operations: [{ resource: 'contacts', count: 2, irreversible: true }], changed: null },
    });
    expect((await post(id, 'approve', operator, nothing)).status).toBe(403);
    const other = await post(id, 'approve', approver, { plans: ['0123456789abcdef'] });
    expect(other.status).toBe(409);
    expect((await post(id, 'approve', approver, nothing)).status).toBe(409);
    expect((await show(id)).status).toBe('awaiting_approval');
    expect(vendor.calls.count('deletePersonalData')).toBe(0);

    const hash = planned?.plan.hash.slice(0, 16) ?? '';
    const approved = await post(id, 'approve', approver, { plans: [hash] });
    expect(approved).toMatchObject({ status: 200, body: { id } });
    expect((await work(id)).status).toBe('completed');
    expect(await show(id)).toMatchObject({ tasks: [{ outcomes: [{ outcome: 'deleted', count: 2 }] }] });
    expect(vendor.world.contactsOf(email)).toEqual([]);
    expect((await post(id, 'approve', approver, nothing)).status).toBe(409);
  });

  it('is not approved by the key that asked for it', async () => {
    const id = await create({ ...deletion, emails: ['nobody@example.org'] }, approver);
    expect((await post(id, 'approve', approver, nothing)).status).toBe(403);
  });

  it.each([{}, { plans: ['no-hash'] }, { plans: 'all' }, { plans: [7] }, { everything: true }])(
    'is not approved by %j',
    async (body) => {
      const id = await create(deletion);
      expect((await post(id, 'approve', approver, body)).status).toBe(400);
      await post(id, 'cancel', operator);
    },
  );

  it('cannot be approved once it is cancelled', async () => {
    const id = await create(deletion);
    expect(await post(id, 'cancel', operator)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect((await post(id, 'approve', approver, nothing)).status).toBe(409);
    expect((await post(id, 'cancel', operator)).status).toBe(409);
  });
});

describe('the deadline of a request over HTTP', () => {
  it('is extended once, and says so', async () => {
    const id = await create(access);
    const { dueAt } = await show(id);
    expect((await post(id, 'extend', operator, { reason: 'Canary is ill.' })).status).toBe(403);
    const extended = await post(id, 'extend', approver, { reason: 'Canary is ill.' });
    expect(extended).toMatchObject({
      status: 200,
      body: { id, extended: { firstDueAt: dueAt, reason: 'Canary is ill.' } },
    });
    expect(Date.parse((await show(id)).dueAt)).toBeGreaterThan(Date.parse(dueAt));
    expect((await post(id, 'extend', approver, { reason: 'Again.' })).status).toBe(409);
    expect(JSON.stringify((await service.call('GET', '/v1/audit?limit=100')).body)).not.toContain('Canary');
  });

  it.each([
    ['no reason', {}, 400],
    ['an empty reason', { reason: '' }, 400],
    ['a reason of blanks', { reason: '  ' }, 422],
    ['a date that is none', { reason: 'Ill.', dueAt: 'tomorrow' }, 400],
    ['a date that the law gives', { reason: 'Ill.', dueAt: '2099-01-01' }, 422],
  ])('is not extended with %s', async (_, body, status) => {
    const id = await create(access);
    expect((await post(id, 'extend', approver, body)).status).toBe(status);
    expect((await show(id)).extended).toBeNull();
  });

  it('is not extended once it has passed', async () => {
    const id = await create({ ...access, receivedAt: '2026-01-05' });
    expect((await post(id, 'extend', approver, { reason: 'Ill.' })).status).toBe(409);
  });
});

describe('a request that the vendor refused', () => {
  it('is retried over HTTP, and then completes', async () => {
    const id = await create(access);
    expect((await post(id, 'retry', operator)).status).toBe(409);
    const mend = vendor.faults.always('*', { kind: 'status', status: 401 });
    const ended = await work(id);
    expect(ended.tasks[0]?.outcomes.map(({ outcome }) => outcome)).toEqual([
      'blocked',
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(ended.status).toBe('incomplete');
    mend();
    const auditor = await service.key('auditor');
    expect((await post(id, 'retry', auditor)).status).toBe(403);
    const retried = await post(id, 'retry', operator);
    expect(retried.status).toBe(200);
    expect(['received', 'running']).toContain((retried.body as RequestView).status);
    expect((await work(id)).status).toBe('completed');
    expect((await post(id, 'retry', operator)).status).toBe(409);
  });
});

describe('a request that there is not', () => {
  it.each([
    ['approve', nothing],
    ['extend', { reason: 'Ill.' }],
    ['retry', undefined],
    ['cancel', undefined],
  ])('has nothing to %s', async (what, body) => {
    const key = await service.key('admin');
    expect((await post('00000000-0000-4000-8000-000000000000', what, key, body)).status).toBe(404);
    expect((await post('nothing', what, key, body)).status).toBe(400);
  });

  it('has no plan', async () => {
    const path = '/v1/requests/00000000-0000-4000-8000-000000000000/plan';
    expect((await service.call('GET', path)).status).toBe(404);
  });
});
