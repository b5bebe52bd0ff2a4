import { Sensitive } from '@privacy-connectors/core';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Role } from '../../../src/access/role.js';
import type { Application } from '../../../src/application/application.js';
import { openApplication } from '../../../src/composition/open-application.js';
import { startService } from '../../../src/http/service.js';
import { startTestDatabase } from '../../support/database.js';
import { fastSettings } from '../../support/installation.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** What came back from the service. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** How to call the service. */
export interface CallOptions {
  /** Undefined: the key with the most rights; null: none. */
  readonly key?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service of one test file, in this process, on a real database and a real port. */
export interface TestService {
  readonly url: string;
  readonly databaseUrl: string;
  readonly home: string;
  readonly application: Application;
  /** A fresh key. */
  key(role: Role): Promise<string>;
  /** Adds a connection on the host, where a loopback address may be named. */
  connect(name: string, vendor: DriftSimulator): Promise<void>;
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  stop(): Promise<void>;
}

export async function startTestService(): Promise<TestService> {
  const database = await startTestDatabase();
  const folder = temporaryFolder();
  const application = await openApplication({
    DSR_HOME: folder.path,
    DATABASE_URL: database.url,
    DSR_LOG_LEVEL: 'silent',
  });
  const service = await startService(application, { host: '127.0.0.1', port: 0, trustProxy: [] });
  const key = async (role: Role): Promise<string> => (await application.keys.create({ role })).key.reveal();
  const admin = await key('admin');
  return {
    url: service.url,
    databaseUrl: database.url,
    home: folder.path,
    application,
    key,
    connect: async (name, vendor) => {
      const settings = {
        baseUrl: vendor.baseUrl,
        authorizationUrl: vendor.authorizationUrl,
        ...fastSettings,
      };
      const credentials = { kind: 'static_token', token: new Sensitive(vendor.staticToken) } as const;
      const connection = { connector: 'drift', name, settings, namespaces: {}, credentials };
      await application.connections.add(connection, AbortSignal.timeout(10_000));
    },
    call: (method, path, options = {}) => call(service.url + path, method, admin, options),
    stop: async () => {
      await service.close();
      await application.close();
      await database.stop();
      folder.remove();
    },
  };
}

async function call(url: string, method: string, admin: string, options: CallOptions): Promise<Reply> {
  const { key = admin, body, headers = {} } = options;
  const response = await fetch(url, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}
