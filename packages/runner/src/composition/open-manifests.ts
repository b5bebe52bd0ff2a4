import type { ConnectorManifests } from '../application/connector-catalogue.js';
import { loadConfiguration } from '../config/configuration.js';
import type { Environment } from '../config/resolve-home.js';
import { summarise } from '../connectors/connector-summary.js';
import { loadConnectors } from '../connectors/load-connectors.js';

/** What the connectors of the configuration say about themselves; needs no database. */
export async function openManifests(environment: Environment): Promise<ConnectorManifests> {
  const configuration = loadConfiguration(environment);
  const catalogue = await loadConnectors(configuration.connectors, configuration);
  return {
    list: () => Promise.resolve(catalogue.list().map(({ manifest }) => summarise(manifest))),
    get: (id) => Promise.resolve().then(() => catalogue.get(id).manifest),
  };
}
