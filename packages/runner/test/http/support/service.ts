import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import type { Role } from '../../../src/access/role.js';
import type { Application } from '../../../src/application/application.js';
import { openApplication } from '../../../src/composition/open-application.js';
import { startService } from '../../../src/http/service.js';
import { Database } from '../../../src/store/database.js';
import { startTestDatabase } from '../../support/database.js';
import { driftConnection } from '../../support/drift-connection.js';
import { never } from '../../support/never.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { callService, type CallOptions, type Reply } from './call.js';

/** The service of one test file, in this process, on a real database and a real port. */
export interface TestService {
  readonly url: string;
  /** Its database, looked at from outside. */
  readonly database: Database;
  readonly home: string;
  readonly application: Application;
  /** A fresh key. */
  key(role: Role): Promise<string>;
  /** Starts a simulated Drift with a connection to it; it ends with the service. */
  startVendor(name: string, options?: DriftSimulatorOptions): Promise<DriftSimulator>;
  /** @throws Error when the answer is not as the OpenAPI document says. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  stop(): Promise<void>;
}

/** `environment` is added to that of the service. */
export async function startTestService(
  environment: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const [server, folder] = [await startTestDatabase(), temporaryFolder()];
  const application = await openApplication({
    DSR_HOME: folder.path,
    DATABASE_URL: server.url,
    DSR_LOG_LEVEL: 'silent',
    ...environment,
  });
  const database = await Database.open(server.url);
  const service = await startService(application, { host: '127.0.0.1', port: 0, trustProxy: [] });
  const key = async (role: Role): Promise<string> => (await application.keys.create({ role })).key.reveal();
  const admin = await key('admin');
  const vendors: DriftSimulator[] = [];
  return {
    url: service.url,
    database,
    home: folder.path,
    application,
    key,
    startVendor: async (name, options) => {
      const vendor = await startDriftSimulator(options);
      vendors.push(vendor);
      // On the host, where a loopback address may be named.
      await application.connections.add(driftConnection(name, vendor), never);
      return vendor;
    },
    call: (method, path, options) => callService({ url: service.url, admin }, method, path, options),
    stop: async () => {
      await service.close();
      await application.close();
      await database.close();
      for (const vendor of vendors) await vendor.close();
      await server.stop();
      folder.remove();
    },
  };
}
