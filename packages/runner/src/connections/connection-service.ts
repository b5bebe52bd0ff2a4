import type { ConnectionCheck, Connector, Sensitive } from '@privacy-connectors/core';
import type { Actor } from '../access/actor.js';
import type { Connections, NewConnection, Removal as How } from '../application/connections.js';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type {
  AddedConnectionView,
  ConnectionTestView,
  ConnectionView,
  RemovedConnectionView,
} from '../application/views/connection-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import { countCalls } from '../audit/count-calls.js';
import type { Tallies } from '../audit/tallies.js';
import { checkPolicy, type RedactionPolicy } from '../redaction/policy.js';
import type { BudgetRow, BudgetStore } from '../store/budget-store.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { EndingStore } from '../store/ending-store.js';
import {
  checkConnection,
  type ConnectionSurroundings,
  connectionView,
  endingView,
  testView,
} from './connection-check.js';
import { noSuchConnection } from './connection-name.js';
import { checkSettings } from './connection-settings.js';
import { manualStepsAt } from './manual-steps.js';
import type { Disconnection } from './disconnection.js';
import type { Enrolment } from './enrolment.js';
import { obtainTokens } from './obtain-tokens.js';
import type { Removal } from './removal.js';
import type { StoredSessions } from './stored-sessions.js';
import type { ConnectionTokens } from './connection-tokens.js';

/** What the service works with. */
export interface ConnectionParts {
  readonly database: Database;
  readonly connections: ConnectionStore;
  readonly budgets: BudgetStore;
  readonly endings: EndingStore;
  readonly disconnection: Disconnection;
  readonly removal: Removal;
  readonly connectors: ConnectorCatalogue;
  readonly sessions: StoredSessions;
  readonly tokens: ConnectionTokens;
  readonly enrolment: Enrolment;
  readonly audit: AuditLog;
  readonly tallies: Tallies;
  /** Of the installation. */
  readonly policy: RedactionPolicy;
}

/** Adds, tests and removes connections. */
export class ConnectionService implements Connections {
  readonly #parts: ConnectionParts;
  readonly #actor: Actor;

  /** `actor` is who the audit log names. */
  constructor(parts: ConnectionParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async add(wanted: NewConnection, signal: AbortSignal): Promise<AddedConnectionView> {
    const { enrolment } = this.#parts;
    const candidate = await enrolment.prepare(wanted, this.#actor);
    const { connector, profile } = candidate;
    const { credentials } = wanted;
    const withCode = credentials.kind === 'authorization_code';
    const { renewed, replaced } = await enrolment.complete(
      candidate,
      async () => ({
        authentication: credentials.kind,
        client_id: withCode ? credentials.clientId : null,
        clientSecret: withCode ? credentials.clientSecret : null,
        tokens: await obtainTokens(connector, profile, credentials, signal),
      }),
      this.#actor,
      signal,
    );
    const manualSteps = replaced ? manualStepsAt(connector.manifest) : [];
    return { ...(await this.#tested(wanted.name, connector)), renewed, manualSteps };
  }

  async list(): Promise<readonly ConnectionView[]> {
    const { disconnection } = this.#parts;
    const rows = await this.#parts.connections.list();
    const budgets = await this.#parts.budgets.list(rows.map(({ id }) => id));
    const ending = await this.#parts.endings.list();
    return [
      ...rows.map((row) => this.#view(row, budgets)),
      ...ending.map((row) => endingView(row, this.#surroundings(row, []), disconnection.stepsFor(row))),
    ];
  }

  async test(name: string, signal: AbortSignal): Promise<ConnectionTestView> {
    const row = await this.#named(name);
    const connector = this.#parts.connectors.get(row.connector);
    const calling = { actor: this.#actor.name, subject: { connection: row.id } };
    const check = await countCalls(this.#parts.tallies, calling, () => this.#check(row, connector, signal));
    const scopes = check.grantedScopes === 'unknown' ? null : check.grantedScopes;
    await this.#parts.database.transaction(async (connection) => {
      await this.#parts.connections.recordCheck(row.id, scopes, check.account ?? null, connection);
      await this.#parts.audit.append(
        { action: 'connection.tested', actor: this.#actor.name, details: { connection: row.id } },
        connection,
      );
    });
    return this.#tested(name, connector);
  }

  async changePolicy(name: string, changes: { readonly [kind: string]: string }): Promise<ConnectionView> {
    const row = await this.#named(name);
    const checked = checkPolicy(changes);
    const { database, connections, audit, budgets } = this.#parts;
    await database.transaction(async (connection) => {
      await connections.lock(row.id, connection);
      const current = await connections.byName(name, connection);
      await connections.setPolicy(row.id, { ...current?.redaction_policy, ...checked }, connection);
      const details = { connection: row.id, ...checked };
      await audit.append(
        { action: 'connection.policy_changed', actor: this.#actor.name, details },
        connection,
      );
    });
    return this.#view(await this.#named(name), await budgets.list([row.id]));
  }

  remove(name: string, how: How): Promise<RemovedConnectionView> {
    return this.#parts.removal.remove(name, how, this.#actor);
  }

  #view(row: ConnectionRow, budgets: readonly BudgetRow[]): ConnectionView {
    return connectionView(row, this.#surroundings(row, budgets));
  }

  #surroundings(row: ConnectionRow, budgets: readonly BudgetRow[]): ConnectionSurroundings {
    const { policy, connectors } = this.#parts;
    return { policy, budgets, connector: connectors.find(row.connector) };
  }

  async #named(name: string): Promise<ConnectionRow> {
    const row = await this.#parts.connections.byName(name);
    if (row === undefined) throw noSuchConnection(name);
    return row;
  }

  async #check(row: ConnectionRow, connector: Connector, signal: AbortSignal): Promise<ConnectionCheck> {
    const session = await this.#parts.sessions.open(row.id);
    return checkConnection(session, await this.#accessToken(row, connector, signal), signal);
  }

  async #accessToken(
    row: ConnectionRow,
    connector: Connector,
    signal: AbortSignal,
  ): Promise<Sensitive<string>> {
    const settings = checkSettings(connector, row.settings).instance;
    const source = await this.#parts.tokens.source(
      row,
      connector,
      connector.implementation.configure(settings),
    );
    return source.current(signal);
  }

  async #tested(name: string, connector: Connector): Promise<ConnectionTestView> {
    const row = await this.#named(name);
    return testView(this.#view(row, await this.#parts.budgets.list([row.id])), connector);
  }
}
