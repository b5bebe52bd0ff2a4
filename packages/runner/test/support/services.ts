import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { host, type Actor } from '../../src/access/actor.js';
import type { Requests } from '../../src/application/requests.js';
import { createContainer } from '../../src/composition/container.js';
import { tokens } from '../../src/composition/tokens.js';
import { type Configuration, loadConfiguration } from '../../src/config/configuration.js';
import { loadConnectors } from '../../src/connectors/load-connectors.js';
import { createLog } from '../../src/logging/create-log.js';
import { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { noTracing } from '../../src/tracing/tracing.js';
import type { DataKeys } from '../../src/vault/data-keys.js';
import type { KeyParts } from '../../src/vault/key-parts.js';
import { openVault } from '../../src/vault/open-vault.js';
import { masterKeyOf } from './vault.js';

type Container = ReturnType<typeof createContainer>;

/** The runner's services in this process, on a database of a test. */
export class TestServices {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly container: Container;

  private constructor(database: Database, keys: DataKeys, container: Container) {
    this.database = database;
    this.keys = keys;
    this.container = container;
  }

  /**
   * Brings the schema up to date first. `change` overrides fields of the default configuration; `parts` keeps the second parts
   * of data keys.
   */
  static async open(
    databaseUrl: string,
    change: Partial<Configuration> = {},
    parts?: KeyParts,
  ): Promise<TestServices> {
    const database = await Database.open(databaseUrl);
    await migrate(database, migrations);
    const keys = await openVault(database, masterKeyOf(1), parts);
    const configuration = { ...loadConfiguration({ DSR_HOME: tmpdir() }), ...change };
    const connectors = await loadConnectors(configuration.connectors, configuration);
    const log = createLog('silent');
    const foundations = { database, databaseUrl, keys, configuration, connectors, log, tracing: noTracing };
    const container = createContainer(foundations);
    return new TestServices(database, keys, container);
  }

  requests(actor: Actor = host): Requests {
    return this.container.get(tokens.requests)(actor);
  }

  /** A connection that nobody asks: it is enough to record requests on. */
  async addConnection(name: string): Promise<void> {
    await this.database.query(
      `insert into dsr.connection (id, name, connector, settings, authentication) values ($1, $2, 'drift', '{}', 'static_token')`,
      [randomUUID(), name],
    );
  }

  async close(): Promise<void> {
    await this.container.get(tokens.eventWatch).close();
    await this.database.close();
  }
}

/** Whom the requests of these tests are about. */
export const somebody = {
  emails: ['grace.hopper@example.com'],
  phones: [],
  ids: [],
  widen: [],
  connections: [],
  approved: false,
  includeVendorUsers: false,
} as const;
