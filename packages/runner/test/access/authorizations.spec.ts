import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sensitive } from '@privacy-connectors/core';
import type { Actor } from '../../src/access/actor.js';
import type {
  Application,
  AuthorizationEnd,
  IssuedApiKey,
  StartedAuthorization,
} from '../../src/application/application.js';
import type { AuthorizationView } from '../../src/application/views.js';
import { openApplication } from '../../src/composition/open-application.js';
import { ConflictError, InputError, NotFoundError } from '../../src/errors/runner-error.js';
import { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { installMadeUp } from '../support/made-up/install.js';
import { browse } from '../support/oauth-server/browser.js';
import { startOAuthServer, type OAuthServer } from '../support/oauth-server/start.js';

const publicUrl = 'https://privacy.example.com';

let server: TestDatabase;
let database: Database;
let vendor: OAuthServer;
let installation: Installation;
let application: Application;
let key: IssuedApiKey;
let admin: Actor;

beforeAll(async () => {
  server = await startTestDatabase();
  database = await Database.open(server.url);
  vendor = await startOAuthServer(`${publicUrl}/v1/oauth/callback`);
  installation = new Installation({
    DATABASE_URL: server.url,
    DSR_PUBLIC_URL: publicUrl,
    DSR_ALLOWED_HOSTS: '127.0.0.1',
  });
  installMadeUp(installation, [
    { id: 'crm', consumes: ['email'], produces: [], oauth: true },
    { id: 'keyed', consumes: ['email'], produces: [] },
  ]);
  application = await openApplication(installation.environment);
});

beforeEach(async () => {
  key = await application.keys.create({ role: 'admin' });
  admin = (await application.authentication.verify(key.key.reveal()))!;
});

afterEach(async () => {
  for (const { name } of await application.connections.list()) await application.connections.remove(name);
});

afterAll(async () => {
  await application.close();
  await vendor.stop();
  await database.close();
  await server.stop();
  installation.remove();
});

interface Changes {
  readonly name?: string;
  readonly connector?: string;
  readonly baseUrl?: string;
  readonly clientSecret?: string;
}

function start(actor: Actor, changes: Changes = {}): Promise<StartedAuthorization> {
  const { name = 'crm', connector = 'crm', baseUrl = vendor.baseUrl } = changes;
  return application.as(actor).authorizations.start({
    connector,
    name,
    settings: { baseUrl },
    namespaces: {},
    clientId: vendor.clientId,
    clientSecret: new Sensitive(changes.clientSecret ?? vendor.clientSecret),
  });
}

async function consented({ authorizationUrl }: StartedAuthorization): Promise<URLSearchParams> {
  const { returned } = await browse(authorizationUrl);
  expect(returned?.href).toMatch(`${publicUrl}/v1/oauth/callback?`);
  return returned!.searchParams;
}

const receive = (parameters: URLSearchParams): Promise<AuthorizationEnd> =>
  application.authorizationCallbacks.receive(parameters);
const shown = ({ id }: StartedAuthorization): Promise<AuthorizationView> =>
  application.as(admin).authorizations.show(id);
const names = async () => (await application.connections.list()).map(({ name }) => name);

describe('an authorisation in a browser', () => {
  it('adds the connection, once the vendor accepts it', async () => {
    const started = await start(admin);
    expect(await shown(started)).toMatchObject({ connection: 'crm', status: 'pending', error: null });
    expect(await receive(await consented(started))).toBe('completed');
    expect(await shown(started)).toMatchObject({ status: 'completed', error: null });
    expect(await application.connections.list()).toMatchObject([
      { name: 'crm', authentication: 'authorization_code', account: 'Example' },
    ]);
    const { alive } = await application.connections.test('crm', new AbortController().signal);
    expect(alive).toBe(true);
  });

  it('authorises a connection again under its name', async () => {
    const [first, second] = [await start(admin), await start(admin)];
    expect(await receive(await consented(first))).toBe('completed');
    // When it was started there was no connection yet: whose name it is now may be somebody else's decision.
    expect(await receive(await consented(second))).toBe('failed');
    expect((await shown(second)).error).toMatchObject({ code: 'input' });
    expect(await receive(await consented(await start(admin)))).toBe('completed');
    expect(await names()).toEqual(['crm']);
  });

  it('asks the vendor with PKCE and an unguessable state', async () => {
    const urls = [await start(admin), await start(admin)].map(
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
    const started = await start(admin);
    const state = new URL(started.authorizationUrl).searchParams.get('state')!;
    const secrets = [vendor.clientSecret, state];
    const stored = async () =>
      (await database.query<{ row: string }>('select t::text as row from dsr.authorization as t')).rows;
    const inHex = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of secrets) {
      const found = (await stored()).filter(({ row }) => row.includes(secret) || row.includes(inHex(secret)));
      expect(found).toEqual([]);
    }
    await receive(await consented(started));
    const { rows } = await database.query<{ wrapped: Buffer | null }>(
      `select wrapped from dsr.data_key where scope = 'authorization' and scope_id = $1`,
      [started.id],
    );
    expect(rows).toEqual([{ wrapped: null }]);
  });

  it('is in the audit log, by ids', async () => {
    const started = await start(admin);
    await receive(await consented(started));
    const { rows } = await database.query(
      `select action, actor, details from dsr.audit_entry where details->>'authorization' = $1 order by seq`,
      [started.id],
    );
    expect(rows).toEqual([
      {
        action: 'authorization.started',
        actor: admin.name,
        details: { authorization: started.id, connector: 'crm' },
      },
      {
        action: 'authorization.ended',
        actor: admin.name,
        details: { authorization: started.id, error: null },
      },
    ]);
  });
});

describe('a browser that comes back is refused', () => {
  async function refusedUnsent(parameters: URLSearchParams): Promise<void> {
    const before = await vendor.tokenCalls();
    expect(await receive(parameters)).toBe('refused');
    expect(await vendor.tokenCalls()).toBe(before);
  }

  it('the second time', async () => {
    const parameters = await consented(await start(admin));
    expect(await receive(parameters)).toBe('completed');
    await refusedUnsent(parameters);
  });

  it('but for one, when many come at once', async () => {
    const parameters = await consented(await start(admin));
    const ends = await Promise.all(Array.from({ length: 8 }, () => receive(new URLSearchParams(parameters))));
    expect(ends.sort()).toEqual(['completed', ...Array.from({ length: 7 }, () => 'refused')]);
  });

  it('too late', async () => {
    const started = await start(admin);
    const parameters = await consented(started);
    await database.query('update dsr.authorization set expires_at = now() where id = $1', [started.id]);
    await refusedUnsent(parameters);
    expect((await shown(started)).status).toBe('expired');
  });

  it.each([
    ['without a state', 'code=c'],
    ['with an unknown state', `code=c&state=${'A'.repeat(43)}`],
    ['with an empty state', 'code=c&state='],
  ])('%s', (_, query) => refusedUnsent(new URLSearchParams(query)));

  it('with two states', async () => {
    const parameters = await consented(await start(admin));
    parameters.append('state', parameters.get('state')!);
    await refusedUnsent(parameters);
  });
});

describe('an authorisation fails, and adds nothing,', () => {
  async function failed(started: StartedAuthorization, parameters: URLSearchParams) {
    expect(await receive(parameters)).toBe('failed');
    expect(await names()).toEqual([]);
    const { status, error } = await shown(started);
    expect(status).toBe('failed');
    expect(JSON.stringify(error)).not.toContain('canary');
    return error;
  }

  it('when the person declines', async () => {
    const started = await start(admin);
    const { returned } = await browse(started.authorizationUrl, 'declines');
    const error = await failed(started, returned!.searchParams);
    expect(error).toMatchObject({ code: 'authentication', message: expect.stringContaining('declined') });
  });

  it('with the code of another authorisation: it was made for another verifier', async () => {
    const [own, strange] = [await start(admin), await start(admin, { name: 'other' })];
    const parameters = await consented(own);
    parameters.set('code', (await consented(strange)).get('code')!);
    await failed(own, parameters);
  });

  it('with the wrong secret of the app', async () => {
    const started = await start(admin, { clientSecret: 'wrong' });
    expect(await failed(started, await consented(started))).toMatchObject({ code: 'authentication' });
  });

  it('when the key that started it was revoked meanwhile', async () => {
    const started = await start(admin);
    const parameters = await consented(started);
    await application.keys.revoke(key.id);
    const before = await vendor.tokenCalls();
    expect(await failed(started, parameters)).toMatchObject({ code: 'not_allowed' });
    expect(await vendor.tokenCalls()).toBe(before);
  });
});

describe('starting an authorisation', () => {
  it('is followed by its starter alone', async () => {
    const started = await start(admin);
    const other = await application.keys.create({ role: 'admin' });
    const stranger = (await application.authentication.verify(other.key.reveal()))!;
    await expect(application.as(stranger).authorizations.show(started.id)).rejects.toThrow(NotFoundError);
    for (const id of ['', 'nothing', started.id.toUpperCase()]) {
      await expect(application.as(admin).authorizations.show(id)).rejects.toThrow(NotFoundError);
    }
  });

  it('forgets the secrets of those that nobody completed', async () => {
    const { id } = await start(admin);
    await database.query('update dsr.authorization set expires_at = now() where id = $1', [id]);
    await start(admin, { name: 'other' });
    const { rows } = await database.query(
      `select status, content, wrapped from dsr.authorization join dsr.data_key on scope_id = id::text where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ status: 'expired', content: null, wrapped: null }]);
  });

  it.each([
    ['a connector without OAuth', { connector: 'keyed' }],
    ['a host that nobody allowed', { baseUrl: 'http://localhost:1' }],
    ['a bad name', { name: 'a b' }],
  ])('refuses %s', async (_, changes) => {
    await expect(start(admin, changes)).rejects.toThrow(InputError);
  });

  it('needs to know the address of the service', async () => {
    const { DATABASE_URL, DSR_HOME } = installation.environment;
    const other = await openApplication({ DATABASE_URL, DSR_HOME, DSR_ALLOWED_HOSTS: '127.0.0.1' });
    try {
      const { connector, ...rest } = { connector: 'crm', name: 'crm', settings: {}, namespaces: {} };
      const app = { clientId: 'a', clientSecret: new Sensitive('b') };
      const starting = other.as(admin).authorizations.start({ connector, ...rest, ...app });
      await expect(starting).rejects.toThrow(ConflictError);
    } finally {
      await other.close();
    }
  });

  it('asks with the redirect URI that is configured, which the vendor insists on', async () => {
    const url = new URL((await start(admin)).authorizationUrl);
    url.searchParams.set('redirect_uri', 'https://evil.example.com/v1/oauth/callback');
    expect(await browse(url.href)).toEqual({ returned: undefined, status: 400 });
    url.searchParams.set('redirect_uri', `${publicUrl}/v1/oauth/callback`);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    expect((await browse(url.href)).returned?.searchParams.get('error')).toBe('invalid_request');
  });
});
