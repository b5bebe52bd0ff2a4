import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application } from '../../src/application/application.js';
import { openApplication } from '../../src/composition/open-application.js';
import { forgetting, keeping } from '../support/connection-setting.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { installMadeUp, madeUpConnection } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import { never } from '../support/never.js';

describe('a removed connection whose vendor answers with', () => {
  let server: TestDatabase;
  let vendor: MadeUpVendor;
  let installation: Installation;
  let application: Application;

  beforeAll(async () => {
    server = await startTestDatabase();
    vendor = await startMadeUpVendor('vendor', []);
    installation = new Installation({ DATABASE_URL: server.url, DSR_LOG_LEVEL: 'silent' });
    const plain = { consumes: ['email'], produces: [] } as const;
    installMadeUp(installation, [
      { id: 'usual', ...plain },
      { id: 'forbidding', ...plain, deadStatuses: [403] },
      { id: 'either', ...plain, deadStatuses: [401, 403] },
    ]);
    application = await openApplication(installation.environment);
  });

  afterAll(async () => {
    await application.close();
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  /** As it stands after it was removed, while the vendor answers everything with one status. */
  async function removed(connector: string, status: number) {
    const { connections } = application;
    await connections.add(madeUpConnection(connector, connector, vendor), never);
    const stop = vendor.server.faults.always('*', { kind: 'status', status });
    const { state, reason } = await connections.remove(connector, keeping);
    stop();
    if (state !== 'disconnected') await connections.remove(connector, forgetting);
    return { state, reason };
  }

  const disconnected = { state: 'disconnected', reason: null };
  const alive = { state: 'still_alive', reason: 'refused' };

  it.each([
    ['usual', 401, disconnected],
    ['usual', 403, alive],
    ['forbidding', 403, disconnected],
    ['forbidding', 401, alive],
    ['either', 401, disconnected],
    ['either', 403, disconnected],
    ['either', 404, alive],
  ] as const)('what its connector "%s" declares, and %d, is %j', async (connector, status, end) => {
    expect(await removed(connector, status)).toEqual(end);
  });
});
