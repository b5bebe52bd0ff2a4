import { canonicalJson } from '../audit/canonical-json.js';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import type { Database } from '../store/database.js';
import type { IdentifierStore } from '../store/identifier-store.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';

/** Requests that are digested in one turn. */
const atOnce = 100;

/** Keyed digests of the identifiers that requests are about: they find the requests of one person without telling who it is. */
export class SubjectDigests {
  readonly #database: Database;
  readonly #keys: DataKeys;
  readonly #identifiers: IdentifierStore;

  constructor(database: Database, keys: DataKeys, identifiers: IdentifierStore) {
    this.#database = database;
    this.#keys = keys;
    this.#identifiers = identifiers;
  }

  /** Digests what was not digested yet, and once more what has ended since: more may have been found to search by. */
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

  async #digest(id: string, state: 'ended' | 'under_way'): Promise<void> {
    const identifiers = await this.#identifiersOf(id);
    const installation = await this.#keys.installationBox();
    const own = identifiers.filter(isOfSubject);
    const digests = own.map((each) => digestOf(installation, each));
    await this.#database.transaction(async (connection) => {
      await connection.query(
        `insert into dsr.subject_digest (request_id, digest, kind, given)
         select $1, * from unnest($2::bytea[], $3::text[], $4::boolean[]) on conflict do nothing`,
        [id, digests, own.map(({ kind }) => kind), own.map(({ round }) => round === 0)],
      );
      await connection.query('update dsr.request set digested = $2 where id = $1', [id, state]);
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

/** Named by the request, or an address that a person decided to search by too; ids of vendors may be shared. */
function isOfSubject({ round, use, kind }: OpenIdentifier): boolean {
  return round === 0 || (use === 'search' && (kind === 'email' || kind === 'phone'));
}

function digestOf(installation: Box, { kind, namespace, value }: OpenIdentifier): Buffer {
  return installation.digest(canonicalJson(['subject', kind, namespace, value]));
}
