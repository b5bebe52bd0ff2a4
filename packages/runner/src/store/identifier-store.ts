import type { Json } from '@privacy-connectors/core';
import type {
  GivenIdentifier,
  IdentifierSource,
  KnownIdentifier,
  OpenIdentifier,
} from '../identifiers/known-identifier.js';
import { isOfSubject, subjectDigest } from '../identifiers/subject-digest.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { Database, Queryable } from './database.js';
import { grouped } from './grouped.js';
import { holdRequest } from './hold-request.js';

/** An identifier whose value is sealed. */
export interface SealedIdentifier extends KnownIdentifier {
  readonly request_id: string;
  readonly content: Buffer;
}

/** What is sealed of an identifier. */
interface Content {
  readonly value: string;
  readonly sources: readonly IdentifierSource[];
}

const select = `
  select identifier.request_id, identifier.number, identifier.kind, identifier.round, identifier.use, identifier.content, identifier.holder,
    coalesce(identifier.namespace, holder.namespaces->>identifier.kind) as namespace
  from dsr.identifier left join dsr.connection as holder on holder.id = identifier.holder
  where identifier.request_id = any($1::uuid[]) order by identifier.number`;

/**
 * The identifiers of requests. Values, and where they were found, are sealed under the request's data key. The name space
 * of an id that was found is the one its connection declares today. Keyed digests of those that are the person's own find the
 * other requests of the person.
 */
export class IdentifierStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  /** Holds the request's row to the end of the transaction, so that nobody else counts its identifiers meanwhile. */
  async lock(requestId: string, connection: Queryable): Promise<void> {
    await holdRequest(requestId, connection);
  }

  async ofRequest(
    requestId: string,
    connection: Queryable = this.#database,
  ): Promise<readonly KnownIdentifier[]> {
    const { rows } = await connection.query<SealedIdentifier>(select, [[requestId]]);
    return rows.map(withoutContent);
  }

  async open(
    requestId: string,
    box: Box,
    connection: Queryable = this.#database,
  ): Promise<readonly OpenIdentifier[]> {
    const { rows } = await connection.query<SealedIdentifier>(select, [[requestId]]);
    return openIdentifiers(rows, box);
  }

  /** The identifiers of several requests, by the id of the request, still sealed. */
  async sealed(requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly SealedIdentifier[]>> {
    const { rows } = await this.#database.query<SealedIdentifier>(select, [requestIds]);
    return grouped(rows, (row) => row.request_id);
  }

  /** Adds the identifiers that the request itself names, which are its first. */
  async addGiven(
    requestId: string,
    box: Box,
    given: readonly GivenIdentifier[],
    connection: Queryable,
  ): Promise<void> {
    const first = { holder: null, round: 0, use: 'search', sources: [] } as const;
    const identifiers = given.map((each, index) => ({ ...first, ...each, number: index + 1 }));
    await this.save(requestId, box, identifiers, connection);
  }

  /** Adds identifiers, or renews where those that are known were found. */
  async save(
    requestId: string,
    box: Box,
    identifiers: readonly OpenIdentifier[],
    connection: Queryable,
  ): Promise<void> {
    for (const { number, kind, namespace, holder, round, use, value, sources } of identifiers) {
      const content = { value, sources } as unknown as Json;
      await connection.query(
        `insert into dsr.identifier (request_id, number, kind, namespace, holder, round, use, content)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (request_id, number) do update set content = excluded.content`,
        [
          requestId,
          number,
          kind,
          holder === null ? namespace : null,
          holder,
          round,
          use,
          box.sealJson(context(requestId, number), content),
        ],
      );
    }
    await this.digest(requestId, identifiers, connection);
  }

  /** Adds the digests of those that are the person's own, each once. */
  async digest(
    requestId: string,
    identifiers: readonly OpenIdentifier[],
    connection: Queryable,
  ): Promise<void> {
    const own = identifiers.filter(isOfSubject);
    if (own.length === 0) return;
    // On the same connection: transactions that ask for a second one can wait for each other for ever.
    const installation = await this.#keys.installationBox(connection);
    await connection.query(
      `insert into dsr.subject_digest (request_id, digest, kind, given)
       select $1, * from unnest($2::bytea[], $3::text[], $4::boolean[]) on conflict do nothing`,
      [
        requestId,
        own.map((each) => subjectDigest(installation, each)),
        own.map(({ kind }) => kind),
        own.map(({ round }) => round === 0),
      ],
    );
  }
}

/** Opens identifiers of one request. @throws VaultError when they are not what was sealed. */
export function openIdentifiers(rows: readonly SealedIdentifier[], box: Box): readonly OpenIdentifier[] {
  return rows.map((row) => {
    const content = box.openJson(context(row.request_id, row.number), row.content) as unknown as Content;
    return { ...withoutContent(row), ...content };
  });
}

function withoutContent({ number, kind, namespace, holder, round, use }: SealedIdentifier): KnownIdentifier {
  return { number, kind, namespace, holder, round, use };
}

/** Binds a ciphertext to its row. */
function context(requestId: string, number: number): string {
  return `identifier:${requestId}:${number}`;
}
