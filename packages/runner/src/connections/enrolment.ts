import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import { StaticTokenSource } from '@privacy-connectors/core/oauth';
import { connectionBudgets } from '@privacy-connectors/core/rate-limit';
import type { Actor } from '../access/actor.js';
import type { ConnectorCatalogue, NewConnection } from '../application/application.js';
import type { AuditLog } from '../audit/audit-log.js';
import { ConflictError, InputError } from '../errors/runner-error.js';
import { checkNamespaces, namespacedKinds, type Namespaces } from '../identifiers/namespaces.js';
import { checkPolicy, type PolicyChanges } from '../redaction/policy.js';
import { lock } from '../store/advisory-lock.js';
import type { ConnectionDetails, ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { TaskStore } from '../store/task-store.js';
import { checkConnection } from './connection-check.js';
import { checkConnectionName } from './connection-name.js';
import { type CheckedSettings, checkSettings } from './connection-settings.js';
import type { DeclaredHosts } from './declared-hosts.js';
import { createSession } from './session-factory.js';

/** What the enrolment works with. */
export interface EnrolmentParts {
  readonly database: Database;
  readonly connections: ConnectionStore;
  readonly tasks: TaskStore;
  readonly connectors: ConnectorCatalogue;
  readonly hosts: DeclaredHosts;
  readonly audit: AuditLog;
}

/** An account as somebody wants it, checked as far as that is possible without its vendor. */
export interface Candidate {
  readonly name: string;
  readonly connector: Connector;
  readonly profile: ConnectionProfile;
  readonly settings: CheckedSettings;
  readonly namespaces: Namespaces;
  readonly policy: PolicyChanges;
  /** The connection of that name, which is authorised again. */
  readonly existing: ConnectionRow | undefined;
}

/** What the vendor knows the account by. */
export type Credentials = Pick<ConnectionDetails, 'authentication' | 'client_id' | 'clientSecret' | 'tokens'>;

/** Makes connections of accounts: what has to be right before, and the storing. */
export class Enrolment {
  readonly #parts: EnrolmentParts;

  constructor(parts: EnrolmentParts) {
    this.#parts = parts;
  }

  /** @throws InputError, ConflictError when the account cannot become a connection in the name of `actor`. */
  async prepare(wanted: Omit<NewConnection, 'credentials'>, actor: Actor): Promise<Candidate> {
    const connector = this.#parts.connectors.get(wanted.connector);
    const existing = await this.#existing(wanted);
    const settings = checkSettings(connector, { ...existing?.settings, ...wanted.settings });
    const namespaces = { ...existing?.namespaces, ...checkNamespaces(connector, wanted.namespaces) };
    const policy = { ...existing?.redaction_policy, ...checkPolicy(wanted.policy ?? {}) };
    const profile = connector.implementation.configure(settings.instance);
    this.#parts.hosts.assert(connector, profile, actor);
    return { name: wanted.name, connector, profile, settings, namespaces, policy, existing };
  }

  /** Stores the connection once the vendor accepts the credentials. @throws AuthError when it does not. */
  async complete(
    candidate: Candidate,
    credentials: Credentials,
    actor: Actor,
    signal: AbortSignal,
  ): Promise<{ readonly renewed: boolean }> {
    const { connector, existing, name, namespaces, policy, settings } = candidate;
    const { tokens } = credentials;
    const session = createSession({
      connectionId: '',
      connector,
      settings: settings.instance,
      tokens: new StaticTokenSource(tokens.accessToken),
      // One or two calls of a connection that does not exist yet: nobody else paces it.
      budgets: (rateLimits) => connectionBudgets(rateLimits),
      grantedScopes: 'unknown',
    });
    const check = await checkConnection(session, tokens.accessToken, signal);
    refuseOtherAccount(existing, check.account);
    const details = {
      name,
      connector: connector.manifest.id,
      settings: settings.given,
      namespaces,
      redaction_policy: policy,
      granted_scopes: check.grantedScopes === 'unknown' ? (tokens.scopes ?? null) : check.grantedScopes,
      account: check.account ?? existing?.account ?? null,
      ...credentials,
    };
    await this.#store(existing, details, actor);
    return { renewed: existing !== undefined };
  }

  async #existing(wanted: Pick<NewConnection, 'name' | 'connector'>): Promise<ConnectionRow | undefined> {
    checkConnectionName(wanted.name);
    const existing = await this.#parts.connections.byName(wanted.name);
    if (existing !== undefined && existing.connector !== wanted.connector) {
      throw new ConflictError(
        `Connection ${wanted.name} exists and belongs to ${existing.connector}. Choose another --name.`,
      );
    }
    return existing;
  }

  async #store(existing: ConnectionRow | undefined, details: ConnectionDetails, actor: Actor): Promise<void> {
    const { database, connections, tasks, audit } = this.#parts;
    await database.transaction(async (connection) => {
      await lock(connection, `connection:${details.name}`);
      const current = await connections.byName(details.name, connection);
      if (current?.id !== existing?.id) throw new ConflictError(changed(details.name));
      if (existing !== undefined && isRenamed(existing.namespaces, details.namespaces)) {
        await connections.lock(existing.id, connection);
        const unfinished = await tasks.unfinishedRequestsOn(existing.id, connection);
        if (unfinished > 0) throw new ConflictError(heldByRequests(existing.name, unfinished));
      }
      const id = existing?.id ?? (await connections.insert(details, connection));
      if (existing !== undefined) await connections.update(id, details, connection);
      const entry = { connection: id, connector: details.connector, renewed: existing !== undefined };
      await audit.append({ action: 'connection.added', actor: actor.name, details: entry }, connection);
    });
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

function changed(name: string): string {
  return `Connection ${name} was added or removed by somebody else in the meantime. Try again.`;
}
