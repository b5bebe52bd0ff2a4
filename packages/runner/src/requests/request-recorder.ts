import { randomUUID } from 'node:crypto';
import type { Json } from '@privacy-connectors/core';
import type { Actor } from '../access/actor.js';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { NewRequest } from '../application/new-request.js';
import { canonicalJson } from '../audit/canonical-json.js';
import { unknownConnections } from '../connections/connection-name.js';
import { deadlineOf } from '../deadlines/deadline.js';
import type { Regulation } from '../deadlines/regulation.js';
import { ConflictError, EngineError, IdempotencyError, InputError } from '../errors/runner-error.js';
import type { GivenIdentifier } from '../identifiers/known-identifier.js';
import type { Searchable } from '../identifiers/searches.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database, Queryable } from '../store/database.js';
import type { IdempotencyStore, Remembered } from '../store/idempotency-store.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';
import { givenIdentifiers } from './given-identifiers.js';

/** What the recorder works with. */
export interface RecorderParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly requests: RequestStore;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly stores: TaskStores;
  readonly idempotency: IdempotencyStore;
  /** The law that a request is under unless it names another. */
  readonly regulation: Regulation;
}

/** Digests of an idempotency key and of what was asked for under it. */
interface Repetition {
  readonly key: Buffer;
  readonly content: Buffer;
}

/** Records new requests durably, each once. */
export class RequestRecorder {
  readonly #parts: RecorderParts;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  /**
   * Records a request, or finds the equal one that the actor recorded under the same idempotency key.
   * @throws InputError when the request cannot be recorded; IdempotencyError when the key belongs to another one.
   */
  async record(wanted: NewRequest, actor: Actor, idempotencyKey?: string): Promise<RequestRow> {
    const repetition =
      idempotencyKey === undefined ? undefined : await this.#repetition(wanted, actor, idempotencyKey);
    const known = repetition && (await this.#parts.idempotency.find(repetition.key, this.#parts.database));
    if (known !== undefined) return this.#repeated(known, repetition);
    const connections = await this.#connectionsFor(wanted);
    const given = givenIdentifiers(
      wanted,
      connections.map((row) => this.#searchable(row)),
    );
    const row = newRow({ regulation: this.#parts.regulation, ...wanted }, actor);
    const earlier = await this.#parts.database.transaction(async (connection) => {
      const found = repetition && (await this.#remember(row, repetition, connection));
      if (found === undefined) await this.#insert(row, given, connections, connection);
      return found;
    });
    return earlier === undefined ? row : this.#repeated(earlier, repetition);
  }

  /** What callers put into keys and requests is personal: only keyed digests of it are kept. */
  async #repetition(wanted: NewRequest, { name }: Actor, key: string): Promise<Repetition> {
    const box = await this.#parts.keys.installationBox();
    const request = JSON.parse(JSON.stringify(wanted)) as Json;
    return {
      key: box.digest(canonicalJson(['idempotency-key', name, key])),
      content: box.digest(canonicalJson(['idempotency-content', request])),
    };
  }

  #remember(
    { id }: RequestRow,
    { key, content }: Repetition,
    connection: Queryable,
  ): Promise<Remembered | undefined> {
    return this.#parts.idempotency.remember(key, { requestId: id, content }, connection);
  }

  async #repeated(known: Remembered, repetition: Repetition | undefined): Promise<RequestRow> {
    if (repetition?.content.equals(known.content) !== true) throw new IdempotencyError(keyReused);
    const row = await this.#parts.requests.byId(known.requestId);
    if (row === undefined) throw new EngineError('A request that was recorded is gone.');
    return row;
  }

  async #insert(
    row: RequestRow,
    given: readonly GivenIdentifier[],
    connections: readonly ConnectionRow[],
    connection: Queryable,
  ): Promise<void> {
    const { requests, keys, stores } = this.#parts;
    const ids = connections.map(({ id }) => id);
    const held = await this.#parts.connections.hold(ids, connection);
    if (held.length < ids.length) throw new ConflictError('A connection was removed just now. Try again.');
    await requests.insert(row, given, connection);
    const box = await keys.box('request', row.id, connection);
    await stores.identifiers.addGiven(row.id, box, given, connection);
    for (const [position, connectionId] of ids.entries()) {
      await stores.tasks.insert({ id: randomUUID(), requestId: row.id, connectionId, position }, connection);
    }
    const details = { request: row.id, type: row.type, tasks: ids.length };
    await stores.audit.append({ action: 'request.received', actor: row.created_by, details }, connection);
  }

  #searchable({ connector, namespaces }: ConnectionRow): Searchable {
    const { consumes } = this.#parts.connectors.get(connector).manifest.identifiers;
    return { consumes, namespaces };
  }

  async #connectionsFor(wanted: NewRequest): Promise<readonly ConnectionRow[]> {
    const all = await this.#parts.connections.list();
    const unknown = wanted.connections.filter((name) => !all.some((row) => row.name === name));
    if (unknown.length > 0) throw new InputError(unknownConnections(unknown));
    const chosen =
      wanted.connections.length === 0 ? all : all.filter((row) => wanted.connections.includes(row.name));
    const able = chosen.filter(
      (row) => this.#parts.connectors.get(row.connector).manifest.capabilities[wanted.type] !== undefined,
    );
    if (able.length > 0) return able;
    throw new InputError(
      all.length === 0
        ? 'There is no connection yet. Add one first: dsr connection add --help.'
        : `None of these connections offers ${wanted.type}.`,
    );
  }
}

const keyReused =
  'The idempotency key was used for another request before. Repeat that request as it was, or use a new key.';

function newRow(wanted: NewRequest & { readonly regulation: Regulation }, actor: Actor): RequestRow {
  const deadline = deadlineOf(wanted, new Date());
  return {
    id: randomUUID(),
    type: wanted.type,
    status: 'received',
    approved: wanted.approved,
    include_vendor_users: wanted.includeVendorUsers,
    widen: wanted.widen,
    regulation: deadline.regulation,
    received_at: deadline.receivedAt,
    due_at: deadline.dueAt,
    first_due_at: null,
    extended_at: null,
    extension_reason: null,
    finished_at: null,
    kept_from: null,
    expired_at: null,
    expired_by: null,
    purge: null,
    purge_due: false,
    created_by: actor.name,
  };
}
