import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { AuditEntryView } from '../../src/application/views/audit-view.js';
import type { ConnectionView } from '../../src/application/views/connection-view.js';
import { fastSettings } from '../support/installation.js';
import { startTestService, type TestService } from './support/service.js';

const forgetting = { forget: true, signal: new AbortController().signal };

let service: TestService;
let vendor: DriftSimulator;

beforeAll(async () => {
  vendor = await startDriftSimulator();
  service = await startTestService({ DSR_ALLOWED_HOSTS: '127.0.0.1' });
});

afterEach(async () => {
  for (const { name } of await listed()) await service.application.connections.remove(name, forgetting);
});

afterAll(async () => {
  await service.stop();
  await vendor.close();
});

const listed = async () => (await service.call('GET', '/v1/connections')).body as readonly ConnectionView[];

const bodyOf = (changes: object = {}) => ({
  connector: 'drift',
  name: 'support',
  settings: { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl, ...fastSettings },
  token: vendor.staticToken,
  ...changes,
});

const add = (changes: object = {}) => service.call('POST', '/v1/connections', { body: bodyOf(changes) });

describe('connections over HTTP', () => {
  it('are added with a token once the vendor accepts it, tested, listed and removed', async () => {
    const added = await add();
    expect(added).toMatchObject({ status: 201, body: { renewed: false, alive: true } });
    expect(await listed()).toMatchObject([{ name: 'support', connector: 'drift' }]);
    const tested = await service.call('POST', '/v1/connections/support/test');
    expect(tested).toMatchObject({ status: 200, body: { alive: true, connection: { name: 'support' } } });
    const removed = await service.call('DELETE', '/v1/connections/support');
    const left = { state: 'still_alive', reason: 'unsupported' };
    expect(removed).toMatchObject({ status: 200, body: { removed: 'support', ...left } });
    expect(await listed()).toMatchObject([{ name: 'support', ...left }]);
    const forgotten = await service.call('DELETE', '/v1/connections/support?forget=true');
    expect(forgotten).toMatchObject({ status: 200, body: { removed: 'support', state: 'forgotten' } });
    expect(await listed()).toEqual([]);
    for (const answer of [added, tested])
      expect(JSON.stringify(answer.body)).not.toContain(vendor.staticToken);
  });

  it('are listed with the scopes that they were granted and do not need', async () => {
    const generous = await startDriftSimulator({ scopes: ['contact_read', 'user_write', 'account_read'] });
    try {
      const { baseUrl, authorizationUrl, staticToken: token } = generous;
      const settings = { baseUrl, authorizationUrl, ...fastSettings };
      expect((await add({ name: 'generous', settings, token })).status).toBe(201);
      expect(await listed()).toMatchObject([{ unneededScopes: ['user_write', 'account_read'] }]);
      await service.call('DELETE', '/v1/connections/generous?forget=true');
    } finally {
      await generous.close();
    }
  });

  it('are renewed under their name, and keep their settings', async () => {
    expect((await add()).status).toBe(201);
    const [before] = await listed();
    const renewed = await add({ settings: {} });
    expect(renewed).toMatchObject({ status: 200, body: { renewed: true, alive: true } });
    expect(await listed()).toEqual([{ ...before, credentialsGivenAt: expect.any(String) }]);
  });

  it('name the key that added and removed them in the audit log', async () => {
    const { id, key } = await service.application.keys.create({ role: 'admin' });
    const own = { key: key.reveal() };
    await service.call('POST', '/v1/connections', { ...own, body: bodyOf({ name: 'audited' }) });
    await service.call('DELETE', '/v1/connections/audited', own);
    const { items } = (await service.call('GET', '/v1/audit?limit=100')).body as {
      readonly items: readonly AuditEntryView[];
    };
    const actions = items.filter(({ actor }) => actor === `key:${id}`).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('connection.'))).toEqual([
      'connection.added',
      'connection.removed',
      'connection.still_alive',
    ]);
  });

  it('are not added with a token that the vendor refuses, which is nowhere repeated', async () => {
    const refused = await add({ token: 'canary-token' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'authentication' } });
    expect(JSON.stringify(refused.body)).not.toContain('canary');
    expect(await listed()).toEqual([]);
  });

  it('keep the token they have when the vendor refuses the new one', async () => {
    await add();
    expect((await add({ token: 'canary-token' })).status).toBe(422);
    expect((await service.call('POST', '/v1/connections/support/test')).status).toBe(200);
  });

  it('tell of a vendor that fails as the failure of a vendor', async () => {
    vendor.faults.always('*', { kind: 'html' });
    expect((await add()).status).toBe(502);
    vendor.faults.clear();
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['http://localhost:1', 'allowedHosts'],
    ['https://evil.example.com', 'baseUrl must be at driftapi.com'],
    ['http://169.254.169.254', 'baseUrl must be at driftapi.com'],
  ])('are not pointed at %s, which nobody allowed', async (baseUrl, said) => {
    const calls = vendor.calls.all.length;
    const reply = await add({ settings: { baseUrl } });
    expect(reply.status).toBe(422);
    expect((reply.body as { readonly detail: string }).detail).toContain(said);
    expect(vendor.calls.all).toHaveLength(calls);
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['without a token', { token: undefined }, 400],
    ['with a name that is none', { name: '../support' }, 400],
    ['with a field nobody knows', { secret: 'canary' }, 400],
    ['with a setting that holds an object', { settings: { baseUrl: {} } }, 400],
    ['of a connector that nobody installed', { connector: 'nothing' }, 404],
    ['with a setting that the connector does not have', { settings: { surplus: 'canary' } }, 422],
  ])('are not added %s', async (_, changes, status) => {
    const reply = await add(changes);
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).not.toContain('canary');
    expect(await listed()).toEqual([]);
  });

  it('that do not exist are neither tested nor removed', async () => {
    expect((await service.call('POST', '/v1/connections/nothing/test')).status).toBe(404);
    expect((await service.call('DELETE', '/v1/connections/nothing')).status).toBe(404);
  });

  it('are not removed while a request on them is unfinished', async () => {
    await add();
    const body = { type: 'access', emails: ['jane@example.org'] };
    const { id } = (await service.call('POST', '/v1/requests', { body })).body as { readonly id: string };
    expect((await service.call('DELETE', '/v1/connections/support')).status).toBe(409);
    expect(await listed()).toHaveLength(1);
    await service.call('POST', `/v1/requests/${id}/cancel`);
    expect((await service.call('DELETE', '/v1/connections/support')).status).toBe(200);
  });
});
