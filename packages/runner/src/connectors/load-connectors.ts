import type { Connector } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/application.js';
import { ConfigurationError } from '../errors/runner-error.js';
import { LoadedConnectors } from './loaded-connectors.js';
import { checkConnector } from './check-connector.js';
import { importPackage } from './import-package.js';

/**
 * Imports the connectors of the configuration, each from the named export `connector` of its package.
 * @throws ConfigurationError that names the package and what to do.
 */
export async function loadConnectors(packageNames: readonly string[]): Promise<ConnectorCatalogue> {
  const connectors = new Map<string, Connector>();
  for (const name of packageNames) {
    const connector = checkConnector(name, await importPackage(name));
    refuseDuplicate(connectors, connector.manifest.id, name);
    connectors.set(connector.manifest.id, connector);
  }
  return new LoadedConnectors(connectors);
}

function refuseDuplicate(connectors: ReadonlyMap<string, Connector>, id: string, packageName: string): void {
  if (!connectors.has(id)) return;
  throw new ConfigurationError(
    `Two packages bring a connector "${id}": remove ${packageName} or the other one from "connectors" in config.json.`,
  );
}
