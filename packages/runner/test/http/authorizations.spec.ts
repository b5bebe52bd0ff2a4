import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StartedAuthorization } from '../../src/application/authorizations.js';
import { startService, type Service } from '../../src/http/service.js';
import { AuthorizationSetting, publicUrl } from '../access/authorization-setting.js';
import { browse } from '../support/oauth-server/browser.js';
import { callService, type CallOptions, type Reply } from './support/call.js';

let setting: AuthorizationSetting;
let service: Service;

beforeAll(async () => {
  setting = await AuthorizationSetting.open();
  service = await startService(setting.application, { host: '127.0.0.1', port: 0, trustProxy: [] });
});
beforeEach(() => setting.renewKey());
afterEach(() => setting.removeConnections());
afterAll(async () => {
  await service.close();
  await setting.close();
});

const call = (method: string, path: string, options?: CallOptions): Promise<Reply> =>
  callService({ url: service.url, admin: setting.key.key.reveal() }, method, path, options);

const start = (changes: object = {}): Promise<Reply> =>
  call('POST', '/v1/authorizations', {
    body: {
      connector: 'crm',
      name: 'crm',
      settings: { baseUrl: setting.vendor.baseUrl },
      clientId: setting.vendor.clientId,
      clientSecret: setting.vendor.clientSecret,
      ...changes,
    },
  });

async function started(changes: object = {}): Promise<StartedAuthorization> {
  const reply = await start(changes);
  expect(reply.status).toBe(201);
  return reply.body as StartedAuthorization;
}

const show = (id: string, options?: CallOptions) => call('GET', `/v1/authorizations/${id}`, options);

/** Brings back what the vendor gave the browser, through the proxy that serves the public address. */
async function comeBack(authorizationUrl: string, person?: 'consents' | 'declines'): Promise<Reply> {
  const { returned } = await browse(authorizationUrl, person);
  expect(returned?.origin).toBe(publicUrl);
  return callback(returned!);
}

const callback = ({ pathname, search }: URL) => call('GET', pathname + search, { key: null });

describe('an authorisation over HTTP', () => {
  it('adds a connection that works when the browser comes back', async () => {
    const { id, authorizationUrl, status } = await started();
    expect(status).toBe('pending');
    expect(await show(id)).toMatchObject({ status: 200, body: { id, connection: 'crm', status: 'pending' } });
    const page = await comeBack(authorizationUrl);
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('is authorised') as unknown });
    expect((await show(id)).body).toMatchObject({ status: 'completed', error: null });
    expect((await call('GET', '/v1/connections')).body).toMatchObject([
      { name: 'crm', authentication: 'authorization_code', account: 'Example' },
    ]);
    const tested = await call('POST', '/v1/connections/crm/test');
    expect(tested).toMatchObject({ status: 200, body: { alive: true } });
  });

  it('says nothing in its page that a browser would keep, run or pass on', async () => {
    const { headers, body } = await comeBack((await started()).authorizationUrl);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).not.toMatch(/<script|https?:|code=|state=/);
  });

  it('is used once', async () => {
    const { id, authorizationUrl } = await started();
    const { returned } = await browse(authorizationUrl);
    expect((await callback(returned!)).status).toBe(200);
    const calls = await setting.vendor.tokenCalls();
    expect((await callback(returned!)).status).toBe(400);
    expect(await setting.vendor.tokenCalls()).toBe(calls);
    expect((await show(id)).body).toMatchObject({ status: 'completed' });
  });

  it('fails when the person declines, and tells its starter without the words of the vendor', async () => {
    const { id, authorizationUrl } = await started();
    const page = await comeBack(authorizationUrl, 'declines');
    expect(page.status).toBe(400);
    const shown = await show(id);
    expect(shown.body).toMatchObject({ status: 'failed', error: { code: expect.any(String) as unknown } });
    expect(JSON.stringify([page.body, shown.body])).not.toContain('canary');
    expect((await call('GET', '/v1/connections')).body).toEqual([]);
  });

  it('fails when the app is not the one that the vendor knows', async () => {
    const { id, authorizationUrl } = await started({ clientSecret: 'canary-of-another-app' });
    expect((await comeBack(authorizationUrl)).status).toBe(400);
    const shown = await show(id);
    expect(shown.body).toMatchObject({ status: 'failed' });
    expect(JSON.stringify(shown.body)).not.toContain('canary');
  });

  it('is shown to the key that started it alone', async () => {
    const { id } = await started();
    const { key } = await setting.newAdmin();
    expect((await show(id, { key: key.key.reveal() })).status).toBe(404);
    expect((await show('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await show('nothing')).status).toBe(400);
  });

  it('is too old after its time', async () => {
    const begun = await started();
    const { returned } = await browse(begun.authorizationUrl);
    await setting.expire(begun);
    expect((await callback(returned!)).status).toBe(400);
    expect((await show(begun.id)).body).toMatchObject({ status: 'expired' });
  });

  it.each([
    ['of a connector without OAuth', { connector: 'keyed' }, 422],
    ['of a connector that nobody installed', { connector: 'nothing' }, 404],
    ['at a host that nobody allowed', { settings: { baseUrl: 'http://localhost:1' } }, 422],
    ['without an app', { clientId: '' }, 400],
    ['with a field nobody knows', { redirectUri: 'https://evil.example.com' }, 400],
  ])('is not started %s', async (_, changes, status) => {
    expect((await start(changes)).status).toBe(status);
  });
});
