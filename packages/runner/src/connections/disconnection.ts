import type { Connector } from '@privacy-connectors/core';
import type { TokenSource } from '@privacy-connectors/core/http';
import { StaticTokenSource } from '@privacy-connectors/core/oauth';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { AliveReason } from '../application/views/connection-view.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import { reasonAfter, reasonOf } from './alive-reason.js';
import { checkSettings } from './connection-settings.js';
import type { ConnectionTokens } from './connection-tokens.js';
import { manualStepsAt } from './manual-steps.js';
import { seenDead } from './seen-dead.js';
import type { StoredSessions } from './stored-sessions.js';

/** What an ending works with. */
export interface DisconnectionParts {
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly sessions: StoredSessions;
  readonly tokens: ConnectionTokens;
}

/** Ends a connection's access at its vendor, and looks whether it has ended. */
export class Disconnection {
  readonly #parts: DisconnectionParts;

  constructor(parts: DisconnectionParts) {
    this.#parts = parts;
  }

  /**
   * One try. What the vendor says counts for nothing: dead is what it was seen to refuse.
   * @returns null when the credentials are dead, otherwise why they may be alive.
   * @throws the failures of the database and of the key service, and the signal's reason.
   */
  async attempt(row: ConnectionRow, signal: AbortSignal): Promise<AliveReason | null> {
    const connector = this.#parts.connectors.find(row.connector);
    if (connector === undefined) return 'connector_missing';
    try {
      const source = await this.#source(connector, row);
      const said = await this.#askToEnd(row, source, signal).catch((error: unknown) =>
        reasonOf(error, signal),
      );
      const tokens = await this.#parts.connections.tokens(row.id);
      const session = this.#parts.sessions.openWith(row, new StaticTokenSource(tokens.accessToken));
      const renew = () => source.renew(tokens.accessToken, signal);
      return (await seenDead({ session, tokens, renew }, signal)) ? null : said;
    } catch (error) {
      return reasonOf(error, signal);
    }
  }

  /** What a person does at the vendor. */
  stepsFor({ connector: id }: ConnectionRow): readonly string[] {
    return manualStepsAt(this.#parts.connectors.find(id)?.manifest ?? { title: id });
  }

  async #askToEnd(row: ConnectionRow, source: TokenSource, signal: AbortSignal): Promise<AliveReason> {
    const session = this.#parts.sessions.openWith(row, source);
    const { implementation } = session.connector;
    if (implementation.disconnect === undefined) return 'unsupported';
    const { connections } = this.#parts;
    const app = { connector: row.connector, clientId: row.client_id, account: row.account };
    if (await connections.isAppInUse(app)) return 'shared';
    const secret = await connections.clientSecret(row.id);
    const client =
      row.client_id === null || secret === null ? undefined : { id: row.client_id, secret: secret.reveal() };
    const accessToken = (await source.current(signal)).reveal();
    const said = await implementation.disconnect(session.context(signal), {
      accessToken,
      ...(client === undefined ? {} : { client }),
    });
    return reasonAfter(said);
  }

  #source(connector: Connector, row: ConnectionRow): Promise<TokenSource> {
    const profile = connector.implementation.configure(checkSettings(connector, row.settings).instance);
    return this.#parts.tokens.source(row, connector, profile);
  }
}
