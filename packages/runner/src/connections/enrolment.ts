import type { ConnectionCheck, ConnectionProfile, Connector } from '@privacy-connectors/core';
import { StaticTokenSource, type TokenSet } from '@privacy-connectors/core/oauth';
import { connectionBudgets } from '@privacy-connectors/core/rate-limit';
import type { Actor } from '../access/actor.js';
import type { NewConnection } from '../application/connections.js';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { AuditDetails } from '../audit/audit-entry.js';
import type { AuditLog } from '../audit/audit-log.js';
import { noteCall } from '../audit/call-tally.js';
import { countCalls } from '../audit/count-calls.js';
import type { Tallies } from '../audit/tallies.js';
import { ConflictError, InputError } from '../errors/runner-error.js';
import { checkNamespaces, namespacedKinds, type Namespaces } from '../identifiers/namespaces.js';
import { checkPolicy, type PolicyChanges } from '../redaction/policy.js';
import { lock } from '../store/advisory-lock.js';
import type { ConnectionDetails, ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database, Queryable } from '../store/database.js';
import type { TaskStore } from '../store/task-store.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import { checkConnection } from './connection-check.js';
import { checkConnectionName } from './connection-name.js';
import { type CheckedSettings, checkSettings } from './connection-settings.js';
import type { DeclaredHosts } from './declared-hosts.js';
import { createSession } from './session-factory.js';
import type { UntakenTokens } from './untaken-tokens.js';

/** What the enrolment works with. */
export interface EnrolmentParts {
  readonly database: Database;
  readonly connections: ConnectionStore;
  readonly tasks: TaskStore;
  readonly connectors: ConnectorCatalogue;
  readonly hosts: DeclaredHosts;
  readonly audit: AuditLog;
  readonly tallies: Tallies;
  readonly untaken: UntakenTokens;
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

/** What came of an account. */
export interface Enrolled {
  /** The connection existed. */
  readonly renewed: boolean;
  /** It had other credentials before, which the vendor may still accept. */
  readonly replaced: boolean;
}

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

  /**
   * Stores the connection once the vendor accepts the credentials that are obtained. Tokens of an OAuth app that are not taken are
   * ended where that ends nothing else.
   * @throws AuthError when it does not, TokensLeftError when tokens may be left, and what `obtain` does.
   */
  complete(
    candidate: Candidate,
    obtain: () => Promise<Credentials>,
    actor: Actor,
    signal: AbortSignal,
  ): Promise<Enrolled> {
    const calling = { actor: actor.name, subject: subjectOf(candidate) };
    return countCalls(this.#parts.tallies, calling, async () =>
      this.#complete(candidate, await obtain(), actor, signal),
    );
  }

  async #complete(
    candidate: Candidate,
    credentials: Credentials,
    actor: Actor,
    signal: AbortSignal,
  ): Promise<Enrolled> {
    const { connector, existing, settings } = candidate;
    const { tokens } = credentials;
    const session = createSession({
      connectionId: '',
      connector,
      settings: settings.instance,
      tokens: new StaticTokenSource(tokens.accessToken),
      // One or two calls of a connection that does not exist yet: nobody else paces it.
      budgets: (rateLimits) => connectionBudgets(rateLimits),
      grantedScopes: 'unknown',
      observe: noteCall,
    });
    let account: string | undefined;
    try {
      const check = await checkConnection(session, tokens.accessToken, signal);
      ({ account } = check);
      refuseOtherAccount(existing, account);
      return await this.#store(existing, detailsOf(candidate, credentials, check), actor);
    } catch (failure) {
      const { client_id: id, clientSecret: secret } = credentials;
      if (id === null || secret === null) throw failure;
      const untaken = { session, tokens, app: { id, secret }, account, connection: existing?.id ?? null };
      throw await this.#parts.untaken.end(untaken, failure, actor);
    }
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

  async #store(
    existing: ConnectionRow | undefined,
    details: ConnectionDetails,
    actor: Actor,
  ): Promise<Enrolled> {
    const { database, connections, audit } = this.#parts;
    const renewed = existing !== undefined;
    return database.transaction(async (connection) => {
      await lock(connection, `connection:${details.name}`);
      const current = await connections.byName(details.name, connection);
      if (current?.id !== existing?.id) throw new ConflictError(changed(details.name));
      if (renewed) await this.#refuseRenaming(existing, details.namespaces, connection);
      const replaced = renewed && (await this.#isOther(existing.id, details.tokens, connection));
      const id = existing?.id ?? (await connections.insert(details, connection));
      if (renewed) await connections.update(id, details, connection);
      const entry = { connection: id, connector: details.connector, renewed };
      await audit.append({ action: 'connection.added', actor: actor.name, details: entry }, connection);
      const before = { action: 'connection.credentials_replaced', details: { connection: id } } as const;
      if (replaced) await audit.append({ ...before, actor: actor.name }, connection);
      return { renewed, replaced };
    });
  }

  async #refuseRenaming(
    existing: ConnectionRow,
    namespaces: Namespaces,
    connection: Queryable,
  ): Promise<void> {
    if (!isRenamed(existing.namespaces, namespaces)) return;
    await this.#parts.connections.lock(existing.id, connection);
    const unfinished = await this.#parts.tasks.unfinishedRequestsOn(existing.id, connection);
    if (unfinished > 0) throw new ConflictError(heldByRequests(existing.name, unfinished));
  }

  /** Whether a connection has other tokens than these; also where nobody can read them any more. */
  async #isOther(id: string, tokens: TokenSet, connection: Queryable): Promise<boolean> {
    const kept = await this.#parts.connections.tokens(id, connection).catch(unlessUnreadable);
    return kept?.accessToken.reveal() !== tokens.accessToken.reveal();
  }
}

/** A connection that does not exist yet has no id. */
function subjectOf({ connector, existing }: Candidate): AuditDetails {
  return existing === undefined ? { connector: connector.manifest.id } : { connection: existing.id };
}

function detailsOf(
  { connector, existing, name, namespaces, policy, settings }: Candidate,
  credentials: Credentials,
  check: ConnectionCheck,
): ConnectionDetails {
  const { tokens } = credentials;
  return {
    name,
    connector: connector.manifest.id,
    settings: settings.given,
    namespaces,
    redaction_policy: policy,
    granted_scopes: check.grantedScopes === 'unknown' ? (tokens.scopes ?? null) : check.grantedScopes,
    account: check.account ?? existing?.account ?? null,
    ...credentials,
  };
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
