import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StartedAuthorization } from '../../src/application/authorizations.js';
import { browse } from '../support/oauth-server/browser.js';
import { settleCalls } from '../support/vendor-calls.js';
import { AuthorizationSetting } from './authorization-setting.js';

let setting: AuthorizationSetting;

beforeAll(async () => {
  setting = await AuthorizationSetting.open();
});
beforeEach(() => setting.renewKey());
afterEach(() => setting.removeConnections());
afterAll(() => setting.close());

describe('a browser that comes back is refused', () => {
  async function refusedUnsent(parameters: URLSearchParams): Promise<void> {
    const before = await setting.vendor.tokenCalls();
    expect(await setting.receive(parameters)).toBe('refused');
    expect(await setting.vendor.tokenCalls()).toBe(before);
  }

  it('the second time', async () => {
    const parameters = await setting.consented(await setting.start());
    expect(await setting.receive(parameters)).toBe('completed');
    await refusedUnsent(parameters);
  });

  it('but for one, when many come at once', async () => {
    const parameters = await setting.consented(await setting.start());
    const ends = await Promise.all(
      Array.from({ length: 8 }, () => setting.receive(new URLSearchParams(parameters))),
    );
    expect(ends.sort()).toEqual(['completed', ...Array.from({ length: 7 }, () => 'refused')]);
  });

  it('too late', async () => {
    const started = await setting.start();
    const parameters = await setting.consented(started);
    await setting.expire(started);
    await refusedUnsent(parameters);
    expect((await setting.shown(started)).status).toBe('expired');
  });

  it.each([
    ['without a state', 'code=c'],
    ['with an unknown state', `code=c&state=${'A'.repeat(43)}`],
    ['with an empty state', 'code=c&state='],
  ])('%s', (_, query) => refusedUnsent(new URLSearchParams(query)));

  it('with two states', async () => {
    const parameters = await setting.consented(await setting.start());
    parameters.append('state', parameters.get('state')!);
    await refusedUnsent(parameters);
  });
});

describe('the calls of an authorisation', () => {
  it('are counted in the audit log, in the name of who started it', async () => {
    await settleCalls(setting.database);
    const wrong = await setting.start({ clientSecret: 'canary' });
    expect(await setting.receive(await setting.consented(wrong))).toBe('failed');
    expect(await setting.receive(await setting.consented(await setting.start()))).toBe('completed');
    expect(await settleCalls(setting.database)).toMatchObject([
      {
        actor: setting.admin.name,
        details: { connector: 'crm', counts: [expect.any(String), 'token 1', 'token 401 1'] },
      },
    ]);
  });
});

describe('an authorisation fails, and adds nothing,', () => {
  async function failed(started: StartedAuthorization, parameters: URLSearchParams) {
    expect(await setting.receive(parameters)).toBe('failed');
    expect(await setting.names()).toEqual([]);
    const { status, error } = await setting.shown(started);
    expect(status).toBe('failed');
    expect(JSON.stringify(error)).not.toContain('canary');
    return error;
  }

  it('when the person declines', async () => {
    const started = await setting.start();
    const { returned } = await browse(started.authorizationUrl, 'declines');
    const error = await failed(started, returned!.searchParams);
    expect(error).toMatchObject({ code: 'authentication', message: expect.stringContaining('declined') });
  });

  it('with the code of another authorisation: it was made for another verifier', async () => {
    const [own, strange] = [await setting.start(), await setting.start({ name: 'other' })];
    const parameters = await setting.consented(own);
    parameters.set('code', (await setting.consented(strange)).get('code')!);
    await failed(own, parameters);
  });

  it('with the wrong secret of the app', async () => {
    const started = await setting.start({ clientSecret: 'wrong' });
    expect(await failed(started, await setting.consented(started))).toMatchObject({ code: 'authentication' });
  });

  it('when the key that started it was revoked meanwhile', async () => {
    const started = await setting.start();
    const parameters = await setting.consented(started);
    await setting.application.keys.revoke(setting.key.id);
    const before = await setting.vendor.tokenCalls();
    expect(await failed(started, parameters)).toMatchObject({ code: 'not_allowed' });
    expect(await setting.vendor.tokenCalls()).toBe(before);
  });
});
