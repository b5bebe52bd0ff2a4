import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import type { Database } from '../store/database.js';
import type { IdentifierStore } from '../store/identifier-store.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';

/** Requests that are digested in one turn. */
const atOnce = 100;

/** Sees that what requests are about is digested, also of those that were recorded by a version that did not. */
export class SubjectDigests {
  readonly #database: Database;
  readonly #keys: DataKeys;
  readonly #identifiers: IdentifierStore;

  constructor(database: Database, keys: DataKeys, identifiers: IdentifierStore) {
    this.#database = database;
    this.#keys = keys;
    this.#identifiers = identifiers;
  }

  /** Digests what was not seen to be digested yet, and once more what has ended since. */
  async bringUpToDate(signal: AbortSignal): Promise<void> {
    let length = atOnce;
    while (length === atOnce && !signal.aborted) {
      const { rows } = await this.#database.query<{ id: string; ended: boolean }>(
        `select id, finished_at is not null as ended from dsr.request
         where expired_at is null and (digested is null or digested = 'under_way' and finished_at is not null)
         order by id limit ${atOnce}`,
      );
      ({ length } = rows);
      for (const { id, ended } of rows) await this.#digest(id, ended ? 'ended' : 'under_way');
    }
  }

  /** Holds the request's row, so that it expires after that or has expired before, and keeps no digests. */
  async #digest(id: string, state: 'ended' | 'under_way'): Promise<void> {
    const identifiers = await this.#identifiersOf(id);
    await this.#database.transaction(async (connection) => {
      const sql = 'update dsr.request set digested = $2 where id = $1 and expired_at is null';
      const { rowCount } = await connection.query(sql, [id, state]);
      if (rowCount > 0) await this.#identifiers.digest(id, identifiers, connection);
    });
  }

  /** None where they cannot be read for good: one damaged row must not keep the data of everybody else. */
  async #identifiersOf(id: string): Promise<readonly OpenIdentifier[]> {
    const box = (await this.#keys.boxes('request', [id])).get(id);
    try {
      return box === undefined ? [] : await this.#identifiers.open(id, box);
    } catch (error) {
      unlessUnreadable(error);
      return [];
    }
  }
}
