import { host } from '../access/actor.js';
import type { ConnectorCatalogue } from '../application/application.js';
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

  /** A connection that was authorised again, by whatever process, gets a new session: its old token may be revoked. */
  async open(connectionId: string): Promise<Session> {
    const row = await this.#parts.connections.byId(connectionId);
    if (row === undefined) throw new InputError('The connection of this request does not exist any more.');
    await this.#parts.connections.noteUse(connectionId);
    const known = this.#open.get(connectionId);
    if (known?.revision === row.revision) return known.session;
    const session = this.#create(row);
    this.#open.set(connectionId, { revision: row.revision, session });
    session.catch(() => this.#open.delete(connectionId));
    return session;
  }

  /** Lets go of a session, and of the token it holds. */
  forget(connectionId: string): void {
    this.#open.delete(connectionId);
  }

  async #create(row: ConnectionRow): Promise<Session> {
    const { budgets, connectors, hosts, tokens, tracing, pulse } = this.#parts;
    const connector = connectors.get(row.connector);
    const settings = checkSettings(connector, row.settings).instance;
    const profile = connector.implementation.configure(settings);
    hosts.assert(connector, profile, host);
    const session = createSession({
      connectionId: row.id,
      connector,
      settings,
      tokens: livingTokens(await tokens.source(row, connector, profile), pulse),
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
