import type { IdentifierKind } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import { type Search, searchesOf } from '../identifiers/searches.js';
import { withinLimit } from '../identifiers/within-limit.js';
import type { IdentifierStore } from '../store/identifier-store.js';
import type { Queryable } from '../store/database.js';
import type { SearchStore } from '../store/search-store.js';

/** Knows which identifiers of a request still have to be searched for, and where. */
export class OpenSearches {
  readonly #identifiers: IdentifierStore;
  readonly #searches: SearchStore;
  readonly #connectors: ConnectorCatalogue;

  constructor(identifiers: IdentifierStore, searches: SearchStore, connectors: ConnectorCatalogue) {
    this.#identifiers = identifiers;
    this.#searches = searches;
    this.#connectors = connectors;
  }

  /** By task: what its current run did not begin to search by. Tasks with nothing open are missing. */
  async of(requestId: string, connection?: Queryable): Promise<ReadonlyMap<string, readonly Search[]>> {
    const known = await this.#identifiers.ofRequest(requestId, connection);
    const identifiers = withinLimit(known, await this.#searches.numbers(requestId, connection));
    const begun = await this.#searches.ofRequest(requestId, connection);
    const open = new Map<string, readonly Search[]>();
    for (const { id, connector, namespaces } of await this.#searches.tasks(requestId, connection)) {
      const consumes = this.#consumed(connector);
      const own = begun.filter(({ task_id }) => task_id === id);
      const left = searchesOf({ consumes, namespaces }, identifiers).filter(
        ({ number, kind }) => !own.some((search) => search.number === number && search.kind === kind),
      );
      if (left.length > 0) open.set(id, left);
    }
    return open;
  }

  /** A connector that is not installed any more searches for nothing; its tasks end and say so. */
  #consumed(id: string): readonly IdentifierKind[] {
    return this.#connectors.find(id)?.manifest.identifiers.consumes ?? [];
  }
}
