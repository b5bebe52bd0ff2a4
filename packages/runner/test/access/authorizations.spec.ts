import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sensitive } from '@privacy-connectors/core';
import { openApplication } from '../../src/composition/open-application.js';
import { ConflictError, InputError, NotFoundError } from '../../src/errors/runner-error.js';
import { browse } from '../support/oauth-server/browser.js';
import { AuthorizationSetting, publicUrl } from './authorization-setting.js';

let setting: AuthorizationSetting;

beforeAll(async () => {
  setting = await AuthorizationSetting.open();
});
beforeEach(() => setting.renewKey());
afterEach(() => setting.removeConnections());
afterAll(() => setting.close());

describe('an authorisation in a browser', () => {
  it('adds the connection, once the vendor accepts it', async () => {
    const started = await setting.start();
    expect(await setting.shown(started)).toMatchObject({ connection: 'crm', status: 'pending', error: null });
    expect(await setting.receive(await setting.consented(started))).toBe('completed');
    expect(await setting.shown(started)).toMatchObject({ status: 'completed', error: null });
    expect(await setting.application.connections.list()).toMatchObject([
      { name: 'crm', authentication: 'authorization_code', account: 'Example' },
    ]);
    const { alive } = await setting.application.connections.test('crm', new AbortController().signal);
    expect(alive).toBe(true);
  });

  it('authorises a connection again under its name', async () => {
    const [first, second] = [await setting.start(), await setting.start()];
    expect(await setting.receive(await setting.consented(first))).toBe('completed');
    // When it was started there was no connection yet: whose name it is now may be somebody else's decision.
    expect(await setting.receive(await setting.consented(second))).toBe('failed');
    expect((await setting.shown(second)).error).toMatchObject({ code: 'input' });
    expect(await setting.receive(await setting.consented(await setting.start()))).toBe('completed');
    expect(await setting.names()).toEqual(['crm']);
  });

  it('tells of tokens that were not taken because they open another account', async () => {
    await setting.receive(await setting.consented(await setting.start()));
    await setting.database.query(`update dsr.connection set account = 'Another' where name = 'crm'`);
    const again = await setting.start();
    expect(await setting.receive(await setting.consented(again))).toBe('failed');
    expect((await setting.shown(again)).error).toEqual({
      code: 'input',
      message: expect.stringMatching(
        /another account.* were not taken, and may be valid\. End the access in the settings of Made-up crm\.$/,
      ),
    });
    const { rows } = await setting.database.query(
      `select actor, details->>'reason' as reason from dsr.audit_entry where action = 'connection.tokens_not_taken'`,
    );
    expect(rows).toEqual([{ actor: setting.admin.name, reason: 'unsupported' }]);
  });

  it('asks the vendor with PKCE and an unguessable state', async () => {
    const urls = [await setting.start(), await setting.start()].map(
      ({ authorizationUrl }) => new URL(authorizationUrl).searchParams,
    );
    for (const parameters of urls) {
      expect(parameters.get('code_challenge_method')).toBe('S256');
      expect(parameters.get('redirect_uri')).toBe(`${publicUrl}/v1/oauth/callback`);
      expect(parameters.get('state')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    }
    for (const name of ['state', 'code_challenge']) {
      expect(urls[0]?.get(name)).not.toBe(urls[1]?.get(name));
    }
  });

  it('leaves nothing that opens the account in the clear, and no key to it once it is over', async () => {
    const started = await setting.start();
    const state = new URL(started.authorizationUrl).searchParams.get('state')!;
    const secrets = [setting.vendor.clientSecret, state];
    const stored = async () =>
      (await setting.database.query<{ row: string }>('select t::text as row from dsr.authorization as t'))
        .rows;
    const inHex = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of secrets) {
      const found = (await stored()).filter(({ row }) => row.includes(secret) || row.includes(inHex(secret)));
      expect(found).toEqual([]);
    }
    await setting.receive(await setting.consented(started));
    const { rows } = await setting.database.query<{ wrapped: Buffer | null }>(
      `select wrapped from dsr.data_key where scope = 'authorization' and scope_id = $1`,
      [started.id],
    );
    expect(rows).toEqual([{ wrapped: null }]);
  });

  it('is in the audit log, by ids', async () => {
    const started = await setting.start();
    await setting.receive(await setting.consented(started));
    const { rows } = await setting.database.query(
      `select action, actor, details from dsr.audit_entry where details->>'authorization' = $1 order by seq`,
      [started.id],
    );
    expect(rows).toEqual([
      {
        action: 'authorization.started',
        actor: setting.admin.name,
        details: { authorization: started.id, connector: 'crm' },
      },
      {
        action: 'authorization.ended',
        actor: setting.admin.name,
        details: { authorization: started.id, error: null },
      },
    ]);
  });
});

describe('starting an authorisation', () => {
  it('is followed by its starter alone', async () => {
    const started = await setting.start();
    const { admin: stranger } = await setting.newAdmin();
    await expect(setting.application.as(stranger).authorizations.show(started.id)).rejects.toThrow(
      NotFoundError,
    );
    for (const id of ['', 'nothing', started.id.toUpperCase()]) {
      await expect(setting.application.as(setting.admin).authorizations.show(id)).rejects.toThrow(
        NotFoundError,
      );
    }
  });

  it('forgets the secrets of those that nobody completed', async () => {
    const started = await setting.start();
    await setting.expire(started);
    await setting.start({ name: 'other' });
    const { rows } = await setting.database.query(
      `select status, content, wrapped from dsr.authorization join dsr.data_key on scope_id = id::text where id = $1`,
      [started.id],
    );
    expect(rows).toEqual([{ status: 'expired', content: null, wrapped: null }]);
  });

  it.each([
    ['a connector without OAuth', { connector: 'keyed' }],
    ['a host that nobody allowed', { baseUrl: 'http://localhost:1' }],
    ['a bad name', { name: 'a b' }],
  ])('refuses %s', async (_, changes) => {
    await expect(setting.start(changes)).rejects.toThrow(InputError);
  });

  it('needs to know the address of the service', async () => {
    const { DATABASE_URL, DSR_HOME } = setting.installation.environment;
    const other = await openApplication({ DATABASE_URL, DSR_HOME, DSR_ALLOWED_HOSTS: '127.0.0.1' });
    try {
      const { connector, ...rest } = { connector: 'crm', name: 'crm', settings: {}, namespaces: {} };
      const app = { clientId: 'a', clientSecret: new Sensitive('b') };
      const starting = other.as(setting.admin).authorizations.start({ connector, ...rest, ...app });
      await expect(starting).rejects.toThrow(ConflictError);
    } finally {
      await other.close();
    }
  });

  it('asks with the redirect URI that is configured, which the vendor insists on', async () => {
    const url = new URL((await setting.start()).authorizationUrl);
    url.searchParams.set('redirect_uri', 'https://evil.example.com/v1/oauth/callback');
    expect(await browse(url.href)).toEqual({ returned: undefined, status: 400 });
    url.searchParams.set('redirect_uri', `${publicUrl}/v1/oauth/callback`);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    expect((await browse(url.href)).returned?.searchParams.get('error')).toBe('invalid_request');
  });
});
