import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import type { AddedConnectionView } from '../../src/application/views/connection-view.js';
import { appOf } from './drift-connection.js';
import { never } from './never.js';
import { TestServices } from './services.js';

/** How connections are removed here: kept for further tries where the vendor still accepts them, or forgotten. */
export const keeping = { forget: false, signal: never } as const;
export const forgetting = { forget: true, signal: never } as const;

/** Services on a database of their own, and for each test a vendor whose credentials they are given. */
export class ConnectionSetting {
  readonly services: TestServices;
  #vendor: DriftSimulator | undefined;

  private constructor(services: TestServices) {
    this.services = services;
  }

  static async open(): Promise<ConnectionSetting> {
    return new ConnectionSetting(await TestServices.start());
  }

  /** Starts the simulated Drift of a test, which knows hardly anybody. */
  async start(options: DriftSimulatorOptions = {}): Promise<DriftSimulator> {
    this.#vendor = await startDriftSimulator({ subjects: [], strangers: 1, conversations: 1, ...options });
    return this.#vendor;
  }

  /** Adds a connection with the static token of the vendor. */
  giveToken(name = 'main'): Promise<AddedConnectionView> {
    return this.services.connect(name, this.#started());
  }

  /** Adds a connection with an app in a browser, which comes back to the port of the runner. */
  authorise(name = 'main'): Promise<AddedConnectionView> {
    const vendor = this.#started();
    return this.services.connect(name, vendor, appOf(vendor));
  }

  /** What is left of the newest connection of a name: its credentials, their key, and when they were seen dead. */
  async remains(name = 'main') {
    const { rows } = await this.services.database.query<{
      readonly id: string;
      readonly kept: boolean;
      readonly key: boolean;
      readonly dead_at: Date | null;
    }>(
      `select id, tokens is not null or client_secret is not null as kept, dead_at,
         exists (select from dsr.data_key where scope_id = connection.id::text and wrapped is not null) as key
       from dsr.connection where name = $1 order by created_at desc limit 1`,
      [name],
    );
    return rows[0];
  }

  /** The actions that the audit log has of it, in their order. */
  async audited(name = 'main'): Promise<readonly string[]> {
    const { rows } = await this.services.database.query<{ action: string }>(
      `select action from dsr.audit_entry where details->>'connection' = $1 order by seq`,
      [(await this.remains(name))?.id ?? ''],
    );
    return rows.map(({ action }) => action);
  }

  /** Forgets all connections, and ends the vendor of the test. */
  async reset(): Promise<void> {
    const connections = this.services.connections();
    for (const name of new Set((await connections.list()).map((each) => each.name)))
      await connections.remove(name, forgetting);
    await this.#vendor?.close();
  }

  close(): Promise<void> {
    return this.services.close();
  }

  #started(): DriftSimulator {
    if (this.#vendor === undefined) throw new Error('The vendor of the test was not started.');
    return this.#vendor;
  }
}
