import type { Connector, Sensitive } from '@privacy-connectors/core';
import { StaticTokenSource } from '@privacy-connectors/core/oauth';
import type { Actor } from '../access/actor.js';
import type { ConnectorCatalogue, Connections, NewConnection } from '../application/application.js';
import type { ConnectionTestView, ConnectionView } from '../application/views.js';
import type { AuditLog } from '../audit/audit-log.js';
import { ConflictError, InputError, NotFoundError } from '../errors/runner-error.js';
import { checkNamespaces, namespacedKinds, type Namespaces } from '../identifiers/namespaces.js';
import type { ConnectionDetails, ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { TaskStore } from '../store/task-store.js';
import { checkConnection, connectionView, testView } from './connection-check.js';
import { assertDeclaredHosts } from './declared-hosts.js';
import { checkSettings } from './connection-settings.js';
import { obtainTokens } from './obtain-tokens.js';
import { createSession } from './session-factory.js';
import type { StoredSessions } from './stored-sessions.js';
import type { ConnectionTokens } from './connection-tokens.js';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** What the service works with. */
export interface ConnectionParts {
  readonly database: Database;
  readonly connections: ConnectionStore;
  readonly tasks: TaskStore;
  readonly connectors: ConnectorCatalogue;
  readonly sessions: StoredSessions;
  readonly tokens: ConnectionTokens;
  readonly audit: AuditLog;
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

  async add(
    wanted: NewConnection,
    signal: AbortSignal,
  ): Promise<ConnectionTestView & { readonly renewed: boolean }> {
    const connector = this.#parts.connectors.get(wanted.connector);
    const existing = await this.#existing(wanted);
    const settings = checkSettings(connector, { ...existing?.settings, ...wanted.settings });
    const namespaces = { ...existing?.namespaces, ...checkNamespaces(connector, wanted.namespaces) };
    const profile = connector.implementation.configure(settings.instance);
    assertDeclaredHosts(connector, profile);
    const tokens = await obtainTokens(connector, profile, wanted.credentials, signal);
    const candidate = {
      connectionId: '',
      connector,
      settings: settings.instance,
      grantedScopes: 'unknown' as const,
    };
    const session = createSession({ ...candidate, tokens: new StaticTokenSource(tokens.accessToken) });
    const check = await checkConnection(session, tokens.accessToken, signal);
    refuseOtherAccount(existing, check.account);
    const { credentials } = wanted;
    const withCode = credentials.kind === 'authorization_code';
    await this.#store(existing, {
      name: wanted.name,
      connector: wanted.connector,
      settings: settings.given,
      namespaces,
      authentication: credentials.kind,
      client_id: withCode ? credentials.clientId : null,
      clientSecret: withCode ? credentials.clientSecret : null,
      granted_scopes: check.grantedScopes === 'unknown' ? (tokens.scopes ?? null) : check.grantedScopes,
      account: check.account ?? existing?.account ?? null,
      tokens,
    });
    return { ...(await this.#tested(wanted.name, connector)), renewed: existing !== undefined };
  }

  async list(): Promise<readonly ConnectionView[]> {
    return (await this.#parts.connections.list()).map(connectionView);
  }

  async test(name: string, signal: AbortSignal): Promise<ConnectionTestView> {
    const row = await this.#named(name);
    const connector = this.#parts.connectors.get(row.connector);
    const session = await this.#parts.sessions.open(row.id);
    const check = await checkConnection(session, await this.#accessToken(row, connector, signal), signal);
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

  async remove(name: string): Promise<void> {
    const row = await this.#named(name);
    const { database, connections, tasks, audit } = this.#parts;
    await database.transaction(async (connection) => {
      await connections.lock(row.id, connection);
      const unfinished = await tasks.unfinishedOn(row.id, connection);
      if (unfinished > 0) {
        throw new ConflictError(
          `${unfinished} request(s) on connection ${name} are not finished. Wait for them or cancel them first: dsr request list.`,
        );
      }
      await connections.remove(row.id, connection);
      const details = { connection: row.id };
      await audit.append({ action: 'connection.removed', actor: this.#actor.name, details }, connection);
    });
  }

  async #existing(wanted: NewConnection): Promise<ConnectionRow | undefined> {
    if (!namePattern.test(wanted.name)) {
      throw new InputError(
        'A connection name has 1 to 63 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.',
      );
    }
    const existing = await this.#parts.connections.byName(wanted.name);
    if (existing !== undefined && existing.connector !== wanted.connector) {
      throw new ConflictError(
        `Connection ${wanted.name} exists and belongs to ${existing.connector}. Choose another --name.`,
      );
    }
    return existing;
  }

  async #named(name: string): Promise<ConnectionRow> {
    const row = await this.#parts.connections.byName(name);
    if (row === undefined)
      throw new NotFoundError(`There is no connection ${name}. dsr connection list shows those there are.`);
    return row;
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

  async #store(existing: ConnectionRow | undefined, details: ConnectionDetails): Promise<void> {
    const { database, connections, tasks, audit } = this.#parts;
    await database.transaction(async (connection) => {
      if (existing !== undefined && isRenamed(existing.namespaces, details.namespaces)) {
        await connections.lock(existing.id, connection);
        const unfinished = await tasks.unfinishedRequestsOn(existing.id, connection);
        if (unfinished > 0) throw new ConflictError(heldByRequests(existing.name, unfinished));
      }
      const id = existing?.id ?? (await connections.insert(details, connection));
      if (existing !== undefined) await connections.update(id, details, connection);
      const entry = { connection: id, connector: details.connector, renewed: existing !== undefined };
      await audit.append({ action: 'connection.added', actor: this.#actor.name, details: entry }, connection);
    });
  }

  async #tested(name: string, connector: Connector): Promise<ConnectionTestView> {
    return testView(connectionView(await this.#named(name)), connector);
  }
}

/** Authorising an existing connection again must not point its requests at another account. */
function refuseOtherAccount(existing: ConnectionRow | undefined, account: string | undefined): void {
  if (
    existing?.account === null ||
    existing === undefined ||
    account === undefined ||
    existing.account === account
  )
    return;
  throw new InputError(
    `Connection ${existing.name} belongs to another account of the vendor. Choose another --name.`,
  );
}

/** Whether a name space that was declared becomes another one. */
function isRenamed(before: Namespaces, after: Namespaces): boolean {
  return namespacedKinds.some((kind) => before[kind] !== undefined && before[kind] !== after[kind]);
}

function heldByRequests(name: string, unfinished: number): string {
  return `${unfinished} request(s) on connection ${name} are not finished, and what the declared name space led to would stay in them. Cancel them, change it, and record them anew: dsr request list.`;
}
