import { Sensitive } from '@privacy-connectors/core';
import type { Actor } from '../../src/access/actor.js';
import type { Application } from '../../src/application/application.js';
import type { AuthorizationEnd, StartedAuthorization } from '../../src/application/authorizations.js';
import type { IssuedApiKey } from '../../src/application/keys.js';
import type { AuthorizationView } from '../../src/application/views/authorization-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { Database } from '../../src/store/database.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { installMadeUp } from '../support/made-up/install.js';
import { browse } from '../support/oauth-server/browser.js';
import { startOAuthServer, type OAuthServer } from '../support/oauth-server/start.js';

export const publicUrl = 'https://privacy.example.com';

/** How an authorisation differs from one that works. */
export interface Changes {
  readonly name?: string;
  readonly connector?: string;
  readonly baseUrl?: string;
  readonly clientSecret?: string;
}

/** An installation whose connector `crm` is authorised at an OAuth server that is not ours; `keyed` takes a key. */
export class AuthorizationSetting {
  readonly #server: TestDatabase;
  readonly database: Database;
  readonly vendor: OAuthServer;
  readonly installation: Installation;
  readonly application: Application;
  /** The key that starts authorisations, and its holder; see {@link AuthorizationSetting.renewKey}. */
  key!: IssuedApiKey;
  admin!: Actor;

  private constructor(
    server: TestDatabase,
    parts: Pick<AuthorizationSetting, 'database' | 'vendor' | 'installation' | 'application'>,
  ) {
    this.#server = server;
    this.database = parts.database;
    this.vendor = parts.vendor;
    this.installation = parts.installation;
    this.application = parts.application;
  }

  static async open(): Promise<AuthorizationSetting> {
    const server = await startTestDatabase();
    const vendor = await startOAuthServer(`${publicUrl}/v1/oauth/callback`);
    const installation = new Installation({
      DATABASE_URL: server.url,
      DSR_PUBLIC_URL: publicUrl,
      DSR_ALLOWED_HOSTS: '127.0.0.1',
      DSR_LOG_LEVEL: 'silent',
    });
    const crm = { id: 'crm', consumes: ['email'], produces: [], oauth: true } as const;
    installMadeUp(installation, [crm, { id: 'keyed', consumes: ['email'], produces: [] }]);
    const application = await openApplication(installation.environment);
    const database = await Database.open(server.url);
    return new AuthorizationSetting(server, { database, vendor, installation, application });
  }

  /** The holder of a new key. */
  async newAdmin(): Promise<{ readonly key: IssuedApiKey; readonly admin: Actor }> {
    const key = await this.application.keys.create({ role: 'admin' });
    return { key, admin: (await this.application.authentication.verify(key.key.reveal()))! };
  }

  async renewKey(): Promise<void> {
    Object.assign(this, await this.newAdmin());
  }

  start(changes: Changes = {}): Promise<StartedAuthorization> {
    const { name = 'crm', connector = 'crm', baseUrl = this.vendor.baseUrl } = changes;
    return this.application.as(this.admin).authorizations.start({
      connector,
      name,
      settings: { baseUrl },
      namespaces: {},
      clientId: this.vendor.clientId,
      clientSecret: new Sensitive(changes.clientSecret ?? this.vendor.clientSecret),
    });
  }

  /** What a browser comes back with after the person consented. */
  async consented({ authorizationUrl }: StartedAuthorization): Promise<URLSearchParams> {
    const { returned } = await browse(authorizationUrl);
    if (returned?.origin !== publicUrl) throw new Error('The browser was not sent back to the service.');
    return returned.searchParams;
  }

  receive(parameters: URLSearchParams): Promise<AuthorizationEnd> {
    return this.application.authorizationCallbacks.receive(parameters);
  }

  shown({ id }: StartedAuthorization): Promise<AuthorizationView> {
    return this.application.as(this.admin).authorizations.show(id);
  }

  async names(): Promise<readonly string[]> {
    return (await this.application.connections.list()).map(({ name }) => name);
  }

  async expire({ id }: StartedAuthorization): Promise<void> {
    await this.database.query('update dsr.authorization set expires_at = now() where id = $1', [id]);
  }

  async removeConnections(): Promise<void> {
    for (const name of await this.names())
      await this.application.connections.remove(name, { forget: true, signal: new AbortController().signal });
  }

  async close(): Promise<void> {
    await this.application.close();
    await this.vendor.stop();
    await this.database.close();
    await this.#server.stop();
    this.installation.remove();
  }
}
