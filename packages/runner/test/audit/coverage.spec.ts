import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { StartedAuthorization } from '../../src/application/authorizations.js';
import type { AuditEntryView } from '../../src/application/views/audit-view.js';
import type { PlanView } from '../../src/application/views/task-view.js';
import { Tallies } from '../../src/audit/tallies.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { allRoutes } from '../../src/http/routes/all-routes.js';
import type { Database } from '../../src/store/database.js';
import { fastSettings } from '../support/installation.js';
import { startTestService, type TestService } from '../http/support/service.js';

const email = 'grace.hopper@example.com';
const identifiers = { emails: [email] };

/** Routes that change nothing and hand out nothing but what anybody with the role may look at. */
const reading: readonly string[] = [
  'followRequest',
  'listAudit',
  'listConnections',
  'listConnectors',
  'listKeys',
  'listRequests',
  'listWebhookDeliveries',
  'showAuthorization',
  'showConnector',
  'showDescription',
  'showHealth',
  'showMetrics',
  'showPlan',
  'showReadiness',
  'getReceipt',
  'listSigningKeys',
  'showRequest',
  'verifyAudit',
];

/** What every other route leaves in the log. */
const leaves: { readonly [operationId: string]: string } = {
  addConnection: 'connection.added',
  approveRequest: 'request.approved',
  cancelRequest: 'request.cancelled',
  changePolicy: 'connection.policy_changed',
  createKey: 'key.created',
  createRequest: 'request.received',
  decideRedaction: 'redaction.decided',
  exportAudit: 'audit.exported',
  extendRequest: 'request.extended',
  getPackage: 'package.exported',
  holdRequest: 'request.held',
  receiveAuthorization: 'authorization.ended',
  releaseRequest: 'request.released',
  proveReceipt: 'receipt.proved',
  removeConnection: 'connection.removed',
  retryRequest: 'request.retried',
  retryWebhookDelivery: 'webhook.retried',
  reviewRedactions: 'package.reviewed',
  revokeKey: 'key.revoked',
  rotateSigningKey: 'signing_key.created',
  startAuthorization: 'authorization.started',
  testConnection: 'connection.tested',
};

/** Routes whose entry is seen by tests of their own, which set up what they need. */
const seenElsewhere: readonly string[] = [
  'decideRedaction',
  'proveReceipt',
  'receiveAuthorization',
  'retryRequest',
  'reviewRedactions',
  'rotateSigningKey',
];

const routeIs = (operationId: string) => allRoutes.some((route) => route.operationId === operationId);

describe('the audit log', () => {
  let service: TestService;
  let vendor: DriftSimulator;
  let database: Database;
  let key: string;
  let keyId: string;
  const done = new Set<string>();

  beforeAll(async () => {
    vendor = await startDriftSimulator({
      subjects: [{ email, contacts: 1, conversations: 1, messagesPerConversation: 3 }],
      conversations: 4,
      strangers: 1,
    });
    service = await startTestService({
      DSR_ALLOWED_HOSTS: '127.0.0.1',
      DSR_APPROVAL: 'anyone',
      DSR_PUBLIC_URL: 'https://dsr.example.com',
    });
    ({ database } = service);
    const issued = await service.application.keys.create({ role: 'admin' });
    [key, keyId] = [issued.key.reveal(), issued.id];
    await service.call('GET', '/v1/keys', { key });
  });

  afterAll(async () => {
    await service.stop();
    await vendor.close();
  });

  async function entries(): Promise<readonly AuditEntryView[]> {
    return (await service.application.audit.page({}, null, 100)).items;
  }

  /** Calls a route of the service, and sees that it leaves its entry, by the key that called. */
  async function leaving(operationId: string, path: string, body?: object): Promise<unknown> {
    const { method } = allRoutes.find((route) => route.operationId === operationId)!;
    const before = (await entries()).length;
    const reply = await service.call(method, path, { key, ...(body === undefined ? {} : { body }) });
    expect([operationId, reply.status < 300]).toEqual([operationId, true]);
    const added = (await entries()).slice(before);
    const own = added.filter(({ actor }) => actor === `key:${keyId}`).map(({ action }) => action);
    expect(own).toContain(leaves[operationId]);
    done.add(operationId);
    return reply.body;
  }

  const work = (id: string) =>
    service.application.requests.wait(id, () => undefined, AbortSignal.timeout(60_000));
  const connectionBody = () => ({
    connector: 'drift',
    name: 'support',
    settings: { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl, ...fastSettings },
  });

  async function create(type: 'access' | 'deletion'): Promise<string> {
    return ((await leaving('createRequest', '/v1/requests', { type, ...identifiers })) as { id: string }).id;
  }

  it('is known, of every route of the service, to get an entry or to need none', () => {
    const known = [...reading, ...Object.keys(leaves)];
    expect(allRoutes.map(({ operationId }) => operationId).filter((id) => !known.includes(id))).toEqual([]);
    const changing = allRoutes.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId);
    expect(changing.filter((id) => reading.includes(id))).toEqual([]);
  });

  it('gets the changes of keys, connections and authorisations', async () => {
    const made = (await leaving('createKey', '/v1/keys', { role: 'auditor' })) as { id: string };
    await leaving('revokeKey', `/v1/keys/${made.id}`.concat('/revoke'));
    await leaving('addConnection', '/v1/connections', { ...connectionBody(), token: vendor.staticToken });
    await leaving('testConnection', '/v1/connections/support/test');
    await leaving('changePolicy', '/v1/connections/support/policy', { policy: { agent: 'export' } });
    const oauth = { ...connectionBody(), name: 'other', clientId: 'x', clientSecret: 'canary-secret' };
    const started = (await leaving(
      'startAuthorization',
      '/v1/authorizations',
      oauth,
    )) as StartedAuthorization;
    expect(started.status).toBe('pending');
  });

  it('gets what becomes of an access request, with its package, of which parts are one entry', async () => {
    const id = await create('access');
    if (leaves['holdRequest'] !== undefined && routeIs('holdRequest')) {
      await leaving('holdRequest', `/v1/requests/${id}/hold`, { reason: 'canary-reason' });
      await leaving('releaseRequest', `/v1/requests/${id}/release`);
    }
    await leaving('extendRequest', `/v1/requests/${id}/extend`, { reason: 'canary-reason' });
    expect((await work(id)).status).toBe('completed');
    const calls = (await entries()).filter(({ action }) => action === 'vendor.called');
    expect(calls).toHaveLength(1);
    expect(calls[0]!.details).toMatchObject({ request: id });
    expect(calls[0]!.details['counts']).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\w+ [1-9]\d*$/)]),
    );
    expect(calls[0]!.details['count']).toBeGreaterThan(3);

    await leaving('getPackage', `/v1/requests/${id}/package`);
    const before = (await entries()).length;
    for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=20-']) {
      await fetch(`${service.url}/v1/requests/${id}/package`, {
        headers: { authorization: `Bearer ${key}`, range },
      }).then((answer) => answer.arrayBuffer());
    }
    expect((await entries()).length).toBe(before);
    const other = await service.key('operator');
    for (const range of ['bytes=7-9', 'bytes=10-19']) {
      await fetch(`${service.url}/v1/requests/${id}/package`, {
        headers: { authorization: `Bearer ${other}`, range },
      }).then((answer) => answer.arrayBuffer());
    }
    const added = (await entries()).slice(before).filter(({ action }) => action === 'package.exported');
    expect(added.map(({ details }) => details['part'])).toEqual([true]);
  });

  it('gets what becomes of a deletion', async () => {
    const id = await create('deletion');
    expect((await work(id)).status).toBe('awaiting_approval');
    const shown = await service.call('GET', `/v1/requests/${id}/plan`, { key });
    const { plans } = shown.body as { plans: readonly { plan: PlanView }[] };
    await leaving('approveRequest', `/v1/requests/${id}/approve`, {
      plans: plans.map(({ plan }) => plan.hash),
    });
    await work(id);
    const about = (await entries()).filter(({ details }) => details['request'] === id);
    expect(about.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'request.received',
        'request.planned',
        'request.approved',
        'deletion.sent',
        'deletion.confirmed',
        'vendor.called',
        'request.finished',
      ]),
    );
    const cancelled = await create('deletion');
    await leaving('cancelRequest', `/v1/requests/${cancelled}/cancel`);
  });

  it('gets webhooks that are sent again, its own export, and connections that are removed', async () => {
    await database.query(`insert into dsr.webhook (name, last_event) values ('desk', 1000)`);
    const [event, delivery] = [randomUUID(), randomUUID()];
    await database.query(
      `with event as (
         insert into dsr.event (id, request_id, kind, details) values (9999, $1, 'request.finished', '{}') returning id
       )
       insert into dsr.webhook_delivery (id, webhook, event_id, request_id, attempts, failed_at, problem)
       select $2, 'desk', id, $1, 60, now(), 'status_503' from event`,
      [event, delivery],
    );
    await leaving('retryWebhookDelivery', `/v1/webhook-deliveries/${delivery}/retry`);
    await leaving('exportAudit', '/v1/audit/export');
    await leaving('removeConnection', '/v1/connections/support');
  });

  it('got an entry of every route that leaves one', () => {
    const due = allRoutes.map(({ operationId }) => operationId).filter((id) => id in leaves);
    expect(due.filter((id) => !done.has(id) && !seenElsewhere.includes(id))).toEqual([]);
  });

  it('gets uses of keys and refused keys as counts', async () => {
    for (const wrong of ['x', `dsr_${keyId}_${'A'.repeat(43)}`, `dsr_${'0'.repeat(16)}_${'A'.repeat(43)}`]) {
      expect((await service.call('GET', '/v1/keys', { key: wrong })).status).toBe(401);
    }
    await service.application.close();
    const audit = new AuditLog(database);
    const count = async () =>
      (await database.query<{ count: number }>('select count(*) from dsr.audit_entry')).rows[0]!.count;
    const before = await count();
    await new Tallies(database, audit).settle(0);
    const { rows } = await database.query<Pick<AuditEntryView, 'action' | 'actor' | 'details'>>(
      'select action, actor, details from dsr.audit_entry where seq > $1 order by seq',
      [before],
    );
    const used = rows.find(({ action, actor }) => action === 'key.used' && actor === `key:${keyId}`);
    expect(used?.details['count']).toBeGreaterThan(15);
    const refused = rows.filter(({ action }) => action === 'key.refused').map(({ details }) => details);
    expect(refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ count: 2 }),
        expect.objectContaining({ key: keyId, count: 1 }),
      ]),
    );
    const read = rows.filter(({ action }) => action === 'package.read');
    expect(read.map(({ details }) => details['count']).sort()).toEqual([2, 4]);
    expect((await database.query('select from dsr.audit_tally')).rowCount).toBe(0);
  });

  it('holds no personal value and no secret of all this', async () => {
    const { rows } = await database.query<{ text: string }>(
      `select string_agg(entry::text, ' ') as text from dsr.audit_entry as entry`,
    );
    for (const canary of [email, 'grace', 'canary', vendor.staticToken, vendor.baseUrl, key]) {
      expect(rows[0]!.text).not.toContain(canary);
    }
  });
});
