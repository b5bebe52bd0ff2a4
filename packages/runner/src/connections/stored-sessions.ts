import type { ConnectorCatalogue } from '../application/application.js';
import { InputError } from '../errors/runner-error.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Tracing } from '../tracing/tracing.js';
import { vendorCallSpan } from '../tracing/vendor-call-span.js';
import { checkSettings } from './connection-settings.js';
import type { ConnectionTokens } from './connection-tokens.js';
import { createSession } from './session-factory.js';
import type { Session, Sessions } from './session.js';

/** Sessions of stored connections, one per connection, so that all its work shares one budget and one refresh. */
export class StoredSessions implements Sessions {
  readonly #connections: ConnectionStore;
  readonly #connectors: ConnectorCatalogue;
  readonly #tokens: ConnectionTokens;
  readonly #tracing: Tracing;
  readonly #open = new Map<string, Promise<Session>>();

  constructor(
    connections: ConnectionStore,
    connectors: ConnectorCatalogue,
    tokens: ConnectionTokens,
    tracing: Tracing,
  ) {
    this.#connections = connections;
    this.#connectors = connectors;
    this.#tokens = tokens;
    this.#tracing = tracing;
  }

  open(connectionId: string): Promise<Session> {
    const known = this.#open.get(connectionId);
    if (known !== undefined) return known;
    const session = this.#create(connectionId);
    this.#open.set(connectionId, session);
    session.catch(() => this.#open.delete(connectionId));
    return session;
  }

  async #create(connectionId: string): Promise<Session> {
    const row = await this.#connections.byId(connectionId);
    if (row === undefined) throw new InputError('The connection of this request does not exist any more.');
    const connector = this.#connectors.get(row.connector);
    const settings = checkSettings(connector, row.settings).instance;
    const profile = connector.implementation.configure(settings);
    return createSession({
      connectionId,
      connector,
      settings,
      tokens: await this.#tokens.source(row, connector, profile),
      grantedScopes: row.granted_scopes ?? 'unknown',
      observe: (call) => {
        this.#tracing.ended(vendorCallSpan(row.connector, call), call.durationMs);
      },
    });
  }
}
