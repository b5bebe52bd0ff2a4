import type { LocatedThing } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { Log } from '../logging/log.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { ScanPlace } from '../store/scan-index.js';
import { holdScans, voidScans } from '../store/void-scans.js';
import type { TaskRow } from '../store/task-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';

/** What purging an index works with. */
export interface IndexPurgeParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly stores: TaskStores;
  readonly log: Log;
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
      if (!words.includes('deleted') || !words.every(isGone)) continue;
      entries += (await this.#purgeTask(task).catch(unlessUnreadable)) ?? this.#tellDamage(task);
    }
    return entries;
  }

  /** What was found cannot be decrypted any more, so its entries cannot be told from others. */
  #tellDamage({ id: task, request_id: request }: TaskRow): number {
    this.#parts.log.error('vault.damaged', { request, task, outcome: 'not_purged' });
    return 0;
  }

  async #purgeTask(task: TaskRow): Promise<number | null> {
    const { database, keys, stores } = this.#parts;
    const request = (await keys.boxes('request', [task.request_id])).get(task.request_id);
    const index = (await keys.boxes('connection', [task.connection_id])).get(task.connection_id);
    if (index === undefined) return 0;
    if (request === undefined) return null;
    const listings = await this.#listings(task);
    return database.transaction(async (connection) => {
      await holdScans(task.connection_id, connection);
      const forget = async (things: readonly LocatedThing[]) => {
        let entries = 0;
        for (const { place, parent } of listings) {
          const owners = ownersOf(things, parent);
          entries += await stores.scanIndex.forgetOwners(place, index, owners, connection);
        }
        return entries;
      };
      const entries = await forget(await stores.things.all(task.id, request, connection));
      const former = await forget(await stores.things.former(task.id, request, connection));
      // Whether what an earlier run found was deleted, or is another person's by now, cannot be told: the next scan reads it all.
      if (former > 0) await voidScans(task.connection_id, connection);
      return entries + former;
    });
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

function ownersOf(things: readonly LocatedThing[], parent: string | undefined): readonly string[] {
  return things.filter(({ resource }) => resource === parent).flatMap(({ owner }) => owner ?? []);
}

function isGone(word: string): boolean {
  return word === 'deleted' || word === 'not_found';
}
