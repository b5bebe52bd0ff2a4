import { randomUUID } from 'node:crypto';
import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import { host, type Actor } from '../../src/access/actor.js';
import type { Connections, NewCredentials } from '../../src/application/connections.js';
import type { Receipts } from '../../src/application/receipts.js';
import type { Requests } from '../../src/application/requests.js';
import type { AddedConnectionView } from '../../src/application/views/connection-view.js';
import { tokens } from '../../src/composition/tokens.js';
import type { Configuration } from '../../src/config/configuration.js';
import type { LogEvent } from '../../src/logging/log-event.js';
import type { Database } from '../../src/store/database.js';
import type { DataKeys } from '../../src/vault/data-keys.js';
import type { KeyParts } from '../../src/vault/key-parts.js';
import type { LoggedEvent } from './captured-log.js';
import { startTestDatabase } from './database.js';
import { driftConnection } from './drift-connection.js';
import { never } from './never.js';
import { openContainer, type OpenContainer } from './open-container.js';
import { temporaryFolder } from './temporary-folder.js';

/** The runner's services in this process, on a database of a test. */
export class TestServices implements OpenContainer {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly home: string;
  readonly keys: DataKeys;
  readonly logged: readonly LoggedEvent[];
  readonly container: OpenContainer['container'];
  /** Ends what was started along with the services; called from the last to the first. */
  readonly #ends: (() => unknown)[] = [];

  private constructor(opened: OpenContainer) {
    this.database = opened.database;
    this.databaseUrl = opened.databaseUrl;
    this.home = opened.home;
    this.keys = opened.keys;
    this.logged = opened.logged;
    this.container = opened.container;
  }

  /** On a database and in a data folder of their own, which end with them. */
  static async start(change: Partial<Configuration> = {}): Promise<TestServices> {
    const folder = temporaryFolder();
    const server = await startTestDatabase();
    const services = await TestServices.open(server.url, { home: folder.path, ...change });
    services.#ends.push(async () => {
      await server.stop();
      folder.remove();
    });
    return services;
  }

  /** On a database that is there already, and outlives them; for the rest see `openContainer`. */
  static async open(
    databaseUrl: string,
    change: Partial<Configuration> = {},
    parts?: KeyParts,
  ): Promise<TestServices> {
    return new TestServices(await openContainer(databaseUrl, change, parts));
  }

  requests(actor: Actor = host): Requests {
    return this.container.get(tokens.requests)(actor);
  }

  connections(): Connections {
    return this.container.get(tokens.connections)(host);
  }

  receipts(): Receipts {
    return this.container.get(tokens.receipts)(host);
  }

  /** Starts a simulated Drift with a connection to it; it ends with the services. */
  async startVendor(name: string, options?: DriftSimulatorOptions): Promise<DriftSimulator> {
    const vendor = await startDriftSimulator(options);
    this.#ends.push(() => vendor.close());
    await this.connect(name, vendor);
    return vendor;
  }

  connect(name: string, vendor: DriftSimulator, credentials?: NewCredentials): Promise<AddedConnectionView> {
    return this.connections().add(driftConnection(name, vendor, credentials), never);
  }

  /** What the log says in an event of this name about a request. */
  loggedOf(event: LogEvent, request: string): readonly LoggedEvent[] {
    return this.logged.filter((logged) => logged.event === event && logged['request'] === request);
  }

  /** A connection that nobody asks: it is enough to record requests on. */
  async addConnection(name: string): Promise<void> {
    await this.database.query(
      `insert into dsr.connection (id, name, connector, settings, authentication) values ($1, $2, 'drift', '{}', 'static_token')`,
      [randomUUID(), name],
    );
  }

  async close(): Promise<void> {
    await this.container.get(tokens.engine).close();
    await this.container.get(tokens.eventWatch).close();
    await this.database.close();
    for (const end of this.#ends.reverse()) await end();
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
