import type { ConnectorSummary } from '../connectors/connector-summary.js';
import type { Connector, Manifest } from '@privacy-connectors/core';

/** Connectors the configuration allows. */
export interface ConnectorCatalogue {
  list(): readonly Connector[];
  /** Undefined when no such connector is registered, as after its package was removed. */
  find(id: string): Connector | undefined;
  /** @throws InputError when no such connector is registered; the message lists those that are. */
  get(id: string): Connector;
}

/** What connectors say about themselves; for those who look, and do not work with them. */
export interface ConnectorManifests {
  list(): Promise<readonly ConnectorSummary[]>;
  /** @throws InputError when no such connector is registered; the message lists those that are. */
  get(id: string): Promise<Manifest>;
}
