import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import { ConflictError, ExpiredError } from '../errors/runner-error.js';
import { identifiersAt } from '../identifiers/identifiers-at.js';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import type { PackageSource } from '../package/package-source.js';
import { Overrides } from '../redaction/overrides.js';
import { KnownLabels } from '../redaction/known-labels.js';
import { labelEverybody } from '../redaction/label-everybody.js';
import type { LabelBook } from '../redaction/people/label-book.js';
import type { RedactionPolicy } from '../redaction/policy.js';
import { legalBasis } from '../redaction/record-redaction.js';
import { RedactedSection, type RedactionRules } from '../redaction/redacted-section.js';
import type { StoredRecords } from '../redaction/stored-records.js';
import { refuseExpired } from '../retention/refuse-expired.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { StoredRecord } from '../store/record-store.js';
import type { RequestRow } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import { described, type DescribedConnector } from '../connectors/described-connector.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { RequestViews } from './request-views.js';
import type { TaskViews } from './task-views.js';

/** What a package is made of, and what was done to it. */
export interface RedactedSource extends PackageSource {
  readonly sections: readonly RedactedSection[];
}

/** A connection's part of a package, and the task that found it. */
export interface PackagedTask {
  readonly section: RedactedSection;
  readonly task: TaskRow;
  readonly box: Box;
}

/** The rules of one connection, and its records. */
type TaskRules = Pick<RedactionRules, 'policy' | 'overrides' | 'subject' | 'onMade'>;
interface FoundRecords {
  readonly stored: StoredRecords;
  readonly rules: TaskRules;
}

/** What packages are made of. */
export interface PackageParts {
  readonly stores: TaskStores;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly keys: DataKeys;
  readonly views: RequestViews;
  readonly tasks: TaskViews;
  /** Of the installation. */
  readonly policy: RedactionPolicy;
}

/** Opens what an access request found, for the package writer. */
export class PackageSources {
  readonly #parts: PackageParts;
  readonly #labels = new KnownLabels();

  constructor(parts: PackageParts) {
    this.#parts = parts;
  }

  /** @throws InputError when there is nothing to hand over (yet). */
  async of(request: RequestRow): Promise<RedactedSource> {
    if (request.type !== 'access') throw new ConflictError('Only an access request has a package.');
    refuseExpired(request);
    if (!['completed', 'incomplete', 'failed'].includes(request.status)) {
      throw new ConflictError(
        `The request is ${request.status}. Carry it to its end first: dsr request wait ${request.id}`,
      );
    }
    const { stores, keys, views } = this.#parts;
    const box = await keys.box('request', request.id);
    const tasks = await stores.tasks.ofRequest(request.id);
    const identifiers = await stores.identifiers.open(request.id, box);
    const found = await Promise.all(
      tasks.map(async (task) => {
        const rules = await this.#rules(task, identifiers, box);
        return { stored: await this.#stored(request, task, box), rules };
      }),
    );
    const labels = () => this.#labelsOf(request, found);
    const shared = { basis: legalBasis(request.regulation), labels };
    const sections = found.map(({ stored, rules }) => new RedactedSection(stored, { ...rules, ...shared }));
    return { request: await views.view(request), sections };
  }

  /** Decisions about records change nothing here, so that labels stay while a person decides. */
  #labelsOf({ id, finished_at: finishedAt }: RequestRow, found: readonly FoundRecords[]): Promise<LabelBook> {
    const connections = found.map(({ stored, rules: { policy, subject } }) => ({ stored, policy, subject }));
    const rules = connections.map(({ policy, subject }) => [policy, subject]);
    const version = JSON.stringify([id, finishedAt, rules]);
    return this.#labels.of(version, () => labelEverybody(connections));
  }

  /** A connection's part of the package with what it is sealed by; undefined when the request did not run on it. */
  async taskOf(request: RequestRow, connection: string): Promise<PackagedTask | undefined> {
    const { sections } = await this.of(request);
    const tasks = await this.#parts.stores.tasks.ofRequest(request.id);
    const index = sections.findIndex((section) => section.connection === connection);
    const [section, task] = [sections[index], tasks[index]];
    if (section === undefined || task === undefined) return undefined;
    return { section, task, box: await this.#parts.keys.box('request', request.id) };
  }

  async #rules(task: TaskRow, identifiers: readonly OpenIdentifier[], box: Box): Promise<TaskRules> {
    const { connections, stores, policy } = this.#parts;
    const connection = await connections.byId(task.connection_id);
    return {
      policy: { ...policy, ...connection?.redaction_policy },
      subject: identifiersAt(connection ?? { id: task.connection_id, namespaces: {} }, identifiers),
      overrides: new Overrides(await stores.redactions.decisions(task.id, box)),
      onMade: (done) => stores.redactions.done(task, done),
    };
  }

  async #stored({ type }: RequestRow, task: TaskRow, box: Box): Promise<StoredRecords> {
    const connection = await this.#parts.connections.byId(task.connection_id);
    const { resources, ...connector } = await this.#connectorOf(task, connection);
    const view = await this.#parts.tasks.view({ task, type, box, connection });
    const { records, files } = this.#parts.stores;
    return {
      connection: view.connection,
      connector,
      resources,
      outcomes: view.outcomes,
      notCovered: view.notCovered,
      records: (resource) => this.#whole(task, withResource(resource, records.all(task.id, resource, box))),
      children: (resource, parent) =>
        withResource(resource, records.children(task.id, resource, parent, box)),
      recordsFrom: (resource, number) =>
        this.#whole(task, numbered(resource, records.from(task.id, resource, box, number))),
      find: async ({ resource, id }) => {
        const record = await records.find(task.id, resource, id, box);
        return record && { ...record, resource };
      },
      file: (resource, recordId) => files.open({ taskId: task.id, resource, recordId }, box),
    };
  }

  /** As it was when the task ended: one that is loaded today may know other resources. */
  async #connectorOf({ id }: TaskRow, connection: ConnectionRow | undefined): Promise<DescribedConnector> {
    const { stores, connectors } = this.#parts;
    return (await stores.ends.connectorOf(id)) ?? described(connectors.get(connection?.connector ?? ''));
  }

  /** Records of a request that expires while they are read vanish: the package fails then, for what was read is not all. */
  async *#whole<Item>({ id }: TaskRow, items: AsyncIterable<Item>): AsyncGenerator<Item> {
    yield* items;
    const task = await this.#parts.stores.tasks.byId(id);
    if (task?.summary !== null) throw new ExpiredError('The request has expired while its package was made.');
  }
}

async function* numbered(resource: string, items: AsyncIterable<StoredRecord>) {
  for await (const { number, record } of items) yield { number, record: { ...record, resource } };
}

async function* withResource<Item extends object>(resource: string, items: AsyncIterable<Item>) {
  for await (const item of items) yield { ...item, resource };
}
