import type { ConnectorCatalogue } from '../application/application.js';
import { loadConfiguration } from '../config/configuration.js';
import type { Environment } from '../config/resolve-home.js';
import { loadConnectors } from '../connectors/load-connectors.js';

/** The connectors of the configuration; needs no database. */
export function openCatalogue(environment: Environment): Promise<ConnectorCatalogue> {
  const configuration = loadConfiguration(environment);
  return loadConnectors(configuration.connectors, configuration);
}
