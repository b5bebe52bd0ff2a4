import type { Connector } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import { NotFoundError } from '../errors/runner-error.js';

/** The connectors that were loaded at start, by id. */
export class LoadedConnectors implements ConnectorCatalogue {
  readonly #connectors: ReadonlyMap<string, Connector>;

  constructor(connectors: ReadonlyMap<string, Connector>) {
    this.#connectors = connectors;
  }

  list(): readonly Connector[] {
    return [...this.#connectors.values()];
  }

  find(id: string): Connector | undefined {
    return this.#connectors.get(id);
  }

  get(id: string): Connector {
    const connector = this.find(id);
    if (connector) return connector;
    throw noSuchConnector(id, [...this.#connectors.keys()]);
  }
}

export function noSuchConnector(id: string, known: readonly string[]): NotFoundError {
  return new NotFoundError(`There is no connector "${id}". Registered: ${known.join(', ') || 'none'}.`);
}
