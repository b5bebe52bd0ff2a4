import { tmpdir } from 'node:os';
import { createContainer } from '../../src/composition/container.js';
import { type Configuration, loadConfiguration } from '../../src/config/configuration.js';
import { loadConnectors } from '../../src/connectors/load-connectors.js';
import { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { noTracing } from '../../src/tracing/tracing.js';
import type { DataKeys } from '../../src/vault/data-keys.js';
import type { KeyParts } from '../../src/vault/key-parts.js';
import { openVault } from '../../src/vault/open-vault.js';
import { capturedLog, type LoggedEvent } from './captured-log.js';
import { masterKeyOf } from './vault.js';

/** The runner's services, composed as an installation composes them, and what tests look at besides. */
export interface OpenContainer {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly home: string;
  readonly keys: DataKeys;
  readonly logged: readonly LoggedEvent[];
  readonly container: ReturnType<typeof createContainer>;
}

/**
 * Brings the schema up to date first. `change` overrides fields of the default configuration; `parts` keeps the second parts
 * of data keys.
 */
export async function openContainer(
  databaseUrl: string,
  change: Partial<Configuration>,
  parts?: KeyParts,
): Promise<OpenContainer> {
  const database = await Database.open(databaseUrl);
  await migrate(database, migrations);
  const keys = await openVault(database, masterKeyOf(1), parts);
  const configuration = { ...loadConfiguration({ DSR_HOME: tmpdir() }), ...change };
  const { home } = configuration;
  const connectors = await loadConnectors(configuration.connectors, configuration);
  const { log, logged } = capturedLog();
  const foundations = { database, databaseUrl, keys, configuration, connectors, log, tracing: noTracing };
  return { database, databaseUrl, home, keys, logged, container: createContainer(foundations) };
}
