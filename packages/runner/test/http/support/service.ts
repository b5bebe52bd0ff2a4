import { Sensitive } from '@privacy-connectors/core';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Role } from '../../../src/access/role.js';
import type { Application } from '../../../src/application/application.js';
import { openApplication } from '../../../src/composition/open-application.js';
import { startService } from '../../../src/http/service.js';
import { startTestDatabase } from '../../support/database.js';
import { fastSettings } from '../../support/installation.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { callService, type CallOptions, type Reply } from './call.js';

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
  /** @throws Error when the answer is not as the OpenAPI document says. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  stop(): Promise<void>;
}

/** `environment` is added to that of the service. */
export async function startTestService(
  environment: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const database = await startTestDatabase();
  const folder = temporaryFolder();
  const application = await openApplication({
    DSR_HOME: folder.path,
    DATABASE_URL: database.url,
    DSR_LOG_LEVEL: 'silent',
    ...environment,
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
    call: (method, path, options) => callService({ url: service.url, admin }, method, path, options),
    stop: async () => {
      await service.close();
      await application.close();
      await database.stop();
      folder.remove();
    },
  };
}
