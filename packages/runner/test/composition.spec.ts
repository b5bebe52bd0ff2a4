import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createContainer } from '../src/composition/container.js';
import { tokens } from '../src/composition/tokens.js';
import { loadConfiguration } from '../src/config/configuration.js';
import { loadConnectors } from '../src/connectors/load-connectors.js';
import { createLog } from '../src/logging/create-log.js';
import { Database } from '../src/store/database.js';
import { migrate } from '../src/store/migrate.js';
import { migrations } from '../src/store/migrations/index.js';
import { noTracing } from '../src/tracing/tracing.js';
import { openVault } from '../src/vault/open-vault.js';
import { startTestDatabase } from './support/database.js';
import { masterKeyOf } from './support/vault.js';

describe('the composition root', () => {
  let server: Awaited<ReturnType<typeof startTestDatabase>>;
  let database: Database;

  beforeAll(async () => {
    server = await startTestDatabase();
    database = await Database.open(server.url);
    await migrate(database, migrations);
  });

  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  it('can make everything it names, once each', async () => {
    const keys = await openVault(database, masterKeyOf(1));
    const configuration = loadConfiguration({ DSR_HOME: tmpdir() });
    const connectors = await loadConnectors([], configuration);
    const container = createContainer({
      configuration,
      database,
      databaseUrl: server.url,
      keys,
      connectors,
      log: createLog('silent'),
      tracing: noTracing,
    });
    for (const token of Object.values(tokens)) {
      expect(container.get<unknown>(token)).toBe(container.get<unknown>(token));
    }
  });
});
