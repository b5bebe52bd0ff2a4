import type { Connector } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/application.js';
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
    const known = [...this.#connectors.keys()].join(', ') || 'none';
    throw new NotFoundError(`There is no connector "${id}". Registered: ${known}.`);
  }
}
