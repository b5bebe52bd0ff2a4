import type { ConnectorCatalogue } from '../application/application.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { ScanPlace } from '../store/scan-index.js';
import type { TaskRow } from '../store/task-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';

/** What purging an index works with. */
export interface IndexPurgeParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly stores: TaskStores;
}

/**
 * Takes a person who is gone at the vendor out of the connection's scan index. Where anything is left at the vendor the index
 * keeps its entries: later requests rely on it to be complete.
 */
export class IndexPurge {
  readonly #parts: IndexPurgeParts;

  constructor(parts: IndexPurgeParts) {
    this.#parts = parts;
  }

  /** @returns the number of entries of the tasks' connections that were deleted. */
  async purge(requestId: string): Promise<number> {
    const { stores } = this.#parts;
    let entries = 0;
    for (const task of await stores.tasks.ofRequest(requestId)) {
      const outcomes = await stores.results.outcomes([task.id]);
      const words = outcomes.map(({ outcome }) => outcome.outcome);
      if (words.includes('deleted') && words.every(isGone)) entries += await this.#purgeTask(task);
    }
    return entries;
  }

  async #purgeTask(task: TaskRow): Promise<number> {
    const { database, keys, stores } = this.#parts;
    const request = (await keys.boxes('request', [task.request_id])).get(task.request_id);
    const index = (await keys.boxes('connection', [task.connection_id])).get(task.connection_id);
    if (request === undefined || index === undefined) return 0;
    const things = await stores.things.all(task.id, request, database);
    let entries = 0;
    for (const { place, parent } of await this.#listings(task)) {
      const owners = things.filter(({ resource }) => resource === parent).flatMap(({ owner }) => owner ?? []);
      entries += await stores.scanIndex.forgetOwners(place, index, owners, database);
    }
    return entries;
  }

  /** The listings of the task's connection, and what their things belong to. */
  async #listings({ connection_id: connectionId }: TaskRow) {
    const connection = await this.#parts.connections.byId(connectionId);
    const manifest = this.#parts.connectors.find(connection?.connector ?? '')?.manifest;
    return Object.entries(manifest?.resources ?? {}).flatMap(([resource, { lookup, parent }]) => {
      const place: ScanPlace = { connectionId, resource };
      return lookup === 'scan' ? [{ place, parent }] : [];
    });
  }
}

function isGone(word: string): boolean {
  return word === 'deleted' || word === 'not_found';
}
