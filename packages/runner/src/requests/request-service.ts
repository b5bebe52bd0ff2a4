import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import type {
  ConnectorCatalogue,
  Extension,
  NewRequest,
  RequestFilter,
  Requests,
} from '../application/application.js';
import type { RequestView } from '../application/views.js';
import type { AuditAction, AuditDetails } from '../audit/audit-entry.js';
import { deadlineOf } from '../deadlines/deadline.js';
import { extendDeadline } from '../deadlines/extension.js';
import type { Regulation } from '../deadlines/regulation.js';
import { ConflictError, InputError, NotFoundError } from '../errors/runner-error.js';
import { writePackage } from '../package/index.js';
import type { NewEvent } from '../events/event.js';
import type { GivenIdentifier } from '../identifiers/known-identifier.js';
import type { Searchable } from '../identifiers/searches.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database, Queryable } from '../store/database.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { TaskFinisher } from '../tasks/task-finisher.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { ApprovalPolicy } from './approval-policy.js';
import { approvePlans } from './approve-plans.js';
import { givenIdentifiers } from './given-identifiers.js';
import type { PackageSources } from './package-sources.js';
import type { RequestRunner } from './request-runner.js';
import type { RequestViews } from './request-views.js';
import { allFailedEnds, retryTasks } from './retry-tasks.js';

/** What the service works with. */
export interface RequestParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly requests: RequestStore;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly stores: TaskStores;
  readonly finisher: TaskFinisher;
  readonly views: RequestViews;
  readonly runner: RequestRunner;
  readonly packages: PackageSources;
  readonly approval: ApprovalPolicy;
  /** The law that a request is under unless it names another. */
  readonly regulation: Regulation;
}

/** Records requests and what people decide about them. */
export class RequestService implements Requests {
  readonly #parts: RequestParts;
  readonly #actor: Actor;

  /** `actor` is who the audit log names. */
  constructor(parts: RequestParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async create(wanted: NewRequest): Promise<RequestView> {
    if (wanted.approved) this.#parts.approval.refuseUnseen(this.#actor);
    const connections = await this.#connectionsFor(wanted);
    const given = givenIdentifiers(
      wanted,
      connections.map((row) => this.#searchable(row)),
    );
    const deadline = deadlineOf({ regulation: this.#parts.regulation, ...wanted }, new Date());
    const row: RequestRow = {
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
      created_by: this.#actor.name,
    };
    await this.#parts.database.transaction(async (connection) => {
      const held = await this.#parts.connections.hold(
        connections.map(({ id }) => id),
        connection,
      );
      if (held.length < connections.length)
        throw new ConflictError('A connection was removed just now. Try again.');
      await this.#insert(row, given, connection);
      for (const [position, { id }] of connections.entries()) {
        await this.#parts.stores.tasks.insert(
          { id: randomUUID(), requestId: row.id, connectionId: id, position },
          connection,
        );
      }
      await this.#record(
        'request.received',
        { request: row.id, type: row.type, tasks: connections.length },
        connection,
      );
    });
    return this.#parts.views.view(row);
  }

  async list(filter?: RequestFilter): Promise<readonly RequestView[]> {
    const views: RequestView[] = [];
    for (const row of await this.#parts.requests.list(filter)) views.push(await this.#parts.views.view(row));
    return views;
  }

  async show(id: string): Promise<RequestView> {
    return this.#parts.views.view(await this.#find(id));
  }

  async approve(id: string, plans: readonly string[]): Promise<RequestView> {
    const request = await this.#find(id);
    const { database, stores, finisher } = this.#parts;
    this.#parts.approval.refuseApproval(this.#actor, request.created_by);
    await database.transaction(async (connection) => {
      const approved = await approvePlans(request, plans, stores.tasks, connection);
      await finisher.refresh(request.id, connection);
      await stores.events.append(approval(request, approved), connection);
      await this.#record('request.approved', { request: request.id, plans: approved }, connection);
    });
    return this.show(request.id);
  }

  async cancel(id: string): Promise<RequestView> {
    const request = await this.#find(id);
    await this.#parts.database.transaction(async (connection) => {
      const tasks = await this.#parts.stores.tasks.ofRequest(request.id, connection);
      let cancelled = 0;
      for (const task of tasks) cancelled += (await this.#cancelTask(task.id, connection)) ? 1 : 0;
      if (cancelled === 0) {
        throw new ConflictError(`Request ${request.id} has ended already; there is nothing left to cancel.`);
      }
      await this.#parts.finisher.refresh(request.id, connection);
      await this.#record('request.cancelled', { request: request.id, tasks: cancelled }, connection);
    });
    return this.show(request.id);
  }

  async extend(id: string, extension: Extension): Promise<RequestView> {
    const request = await this.#find(id);
    const { database, requests, stores } = this.#parts;
    await extendDeadline(request, extension, this.#actor, { database, requests, ...stores });
    return this.show(request.id);
  }

  async retry(id: string): Promise<RequestView> {
    const request = await this.#find(id);
    const { database, stores, finisher } = this.#parts;
    await database.transaction(async (connection) => {
      const tasks = await retryTasks(request.id, allFailedEnds, stores, connection);
      if (tasks === 0) {
        throw new ConflictError(
          `Nothing of request ${request.id} failed in a way that trying again could mend. dsr request show ${request.id} tells where it stands.`,
        );
      }
      await finisher.refresh(request.id, connection);
      await this.#record('request.retried', { request: request.id, tasks }, connection);
    });
    return this.show(request.id);
  }

  async wait(id: string, onProgress: (view: RequestView) => void, signal: AbortSignal): Promise<RequestView> {
    const request = await this.#find(id);
    return this.#parts.runner.run(request, onProgress, signal);
  }

  async export(
    id: string,
    file: string,
  ): Promise<{ readonly file: string; readonly bytes: number; readonly files: number }> {
    const request = await this.#find(id);
    const source = await this.#parts.packages.of(request);
    const written = await writePackage(source, file);
    await this.#record('package.exported', {
      request: request.id,
      bytes: written.bytes,
      files: written.files,
    });
    return written;
  }

  /** What was sent to a vendor cannot be called back: such a deletion has to be followed to its end. */
  async #cancelTask(taskId: string, connection: Queryable): Promise<boolean> {
    const cancelled = await this.#parts.stores.tasks.cancel(taskId, connection);
    if (!cancelled || !(await this.#parts.stores.erasures.sent(taskId, connection)).open) return cancelled;
    throw new ConflictError(
      'The deletion was sent to the vendor already and cannot be called back. dsr request wait confirms it.',
    );
  }

  async #find(id: string): Promise<RequestRow> {
    const rows = /^[0-9a-f][0-9a-f-]{7,35}$/.test(id) ? await this.#parts.requests.byPrefix(id) : [];
    const [row] = rows;
    if (row === undefined) {
      throw new NotFoundError(
        'There is no request with this id, or with these first 8 or more characters of it. dsr request list shows those there are.',
      );
    }
    if (rows.length > 1)
      throw new InputError('Several requests begin with this id. Give more of it: dsr request list.');
    return row;
  }

  async #insert(row: RequestRow, given: readonly GivenIdentifier[], connection: Queryable): Promise<void> {
    const { requests, keys, stores } = this.#parts;
    await requests.insert(row, given, connection);
    await stores.identifiers.addGiven(
      row.id,
      await keys.box('request', row.id, connection),
      given,
      connection,
    );
  }

  #searchable({ connector, namespaces }: ConnectionRow): Searchable {
    const { consumes } = this.#parts.connectors.get(connector).manifest.identifiers;
    return { consumes, namespaces };
  }

  async #connectionsFor(wanted: NewRequest): Promise<readonly ConnectionRow[]> {
    const all = await this.#parts.connections.list();
    const unknown = wanted.connections.filter((name) => !all.some((row) => row.name === name));
    if (unknown.length > 0) {
      throw new InputError(
        `There is no connection ${unknown.join(', ')}. dsr connection list shows those there are.`,
      );
    }
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

  async #record(action: AuditAction, details: AuditDetails, connection?: Queryable): Promise<void> {
    await this.#parts.stores.audit.append({ action, actor: this.#actor.name, details }, connection);
  }
}

function approval({ id }: RequestRow, plans: readonly string[]): NewEvent {
  return { requestId: id, kind: 'request.approved', details: { plans } };
}
