import type { Connector } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import { ConfigurationError } from '../errors/runner-error.js';
import { LoadedConnectors } from './loaded-connectors.js';
import { checkConnector } from './check-connector.js';
import { type DataFolder, importPackage } from './import-package.js';

/**
 * Imports the connectors of the configuration, each from the named export `connector` of its package.
 * @throws ConfigurationError that names the package and what to do.
 */
export async function loadConnectors(
  packageNames: readonly string[],
  home: DataFolder,
): Promise<ConnectorCatalogue> {
  const connectors = new Map<string, Connector>();
  const packages = new Map<string, string>();
  for (const name of packageNames) {
    const connector = checkConnector(name, await importPackage(name, home));
    const { id } = connector.manifest;
    refuseDuplicate(id, packages.get(id), name);
    connectors.set(id, connector);
    packages.set(id, name);
  }
  return new LoadedConnectors(connectors);
}

function refuseDuplicate(id: string, first: string | undefined, second: string): void {
  if (first === undefined) return;
  throw new ConfigurationError(
    `Two packages bring a connector "${id}": remove ${first} or ${second} from "connectors" in config.json.`,
  );
}
