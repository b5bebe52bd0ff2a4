import type { TokenSource } from '@privacy-connectors/core/http';
import { host } from '../access/actor.js';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import { noteCall } from '../audit/call-tally.js';
import { sharedBudgets } from '../budgets/shared-budgets.js';
import type { Pulse } from '../engine/pulse.js';
import { InputError } from '../errors/runner-error.js';
import type { BudgetStore } from '../store/budget-store.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Tracing } from '../tracing/tracing.js';
import { vendorCallSpan } from '../tracing/vendor-call-span.js';
import { checkSettings } from './connection-settings.js';
import type { ConnectionTokens } from './connection-tokens.js';
import type { DeclaredHosts } from './declared-hosts.js';
import { livingTokens } from './living-tokens.js';
import { createSession } from './session-factory.js';
import type { Session, Sessions } from './session.js';
import { noticeCall } from './witnessed-calls.js';

/** What sessions are made of. */
export interface StoredSessionParts {
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly tokens: ConnectionTokens;
  readonly hosts: DeclaredHosts;
  readonly budgets: BudgetStore;
  readonly tracing: Tracing;
  readonly pulse: Pulse;
}

/** Sessions of stored connections, one per connection, so that all its work shares one line for permits and one refresh. */
export class StoredSessions implements Sessions {
  readonly #parts: StoredSessionParts;
  readonly #open = new Map<string, { readonly revision: number; readonly session: Promise<Session> }>();

  constructor(parts: StoredSessionParts) {
    this.#parts = parts;
  }

  /**
   * A connection that was authorised again, by whatever process, gets a new session: its old token may be revoked.
   * @throws InputError when it does not exist or was removed.
   */
  async open(connectionId: string): Promise<Session> {
    const row = await this.#parts.connections.byId(connectionId);
    if (row === undefined) throw new InputError('The connection of this request does not exist any more.');
    if (row.removed_at !== null) throw new InputError('The connection was removed: add it again to use it.');
    await this.#parts.connections.noteUse(connectionId);
    const known = this.#open.get(connectionId);
    if (known?.revision === row.revision) return known.session;
    const session = this.#createStored(row);
    this.#open.set(connectionId, { revision: row.revision, session });
    session.catch(() => this.#open.delete(connectionId));
    return session;
  }

  /** Lets go of a session, and of the token it holds. */
  forget(connectionId: string): void {
    this.#open.delete(connectionId);
  }

  async #createStored(row: ConnectionRow): Promise<Session> {
    const { connectors, tokens } = this.#parts;
    const connector = connectors.get(row.connector);
    const profile = connector.implementation.configure(checkSettings(connector, row.settings).instance);
    return this.openWith(row, await tokens.source(row, connector, profile));
  }

  /** A session of its own with the tokens that are given, also of a connection that was removed: to end it. */
  openWith(row: ConnectionRow, tokens: TokenSource): Session {
    const { budgets, connectors, hosts, tracing, pulse } = this.#parts;
    const connector = connectors.get(row.connector);
    const settings = checkSettings(connector, row.settings).instance;
    hosts.assert(connector, connector.implementation.configure(settings), host);
    const session = createSession({
      connectionId: row.id,
      connector,
      settings,
      tokens: livingTokens(tokens, pulse),
      budgets: (rateLimits) => sharedBudgets(budgets, row.id, rateLimits),
      grantedScopes: row.granted_scopes ?? 'unknown',
      observe: (call) => {
        noteCall(call);
        tracing.ended(vendorCallSpan(row.connector, call), call.durationMs);
        noticeCall(call);
      },
    });
    const context: Session['context'] = (signal) => session.context(AbortSignal.any([signal, pulse.present]));
    return { ...session, context };
  }
}
