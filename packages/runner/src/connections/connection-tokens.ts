import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import {
  refresh,
  RefreshingTokenSource,
  StaticTokenSource,
  type TokenSet,
  type TokenStore,
} from '@privacy-connectors/core/oauth';
import { TransientError } from '@privacy-connectors/core/errors';
import type { TokenSource } from '@privacy-connectors/core/http';
import type { AuditLog } from '../audit/audit-log.js';
import { VaultError } from '../errors/runner-error.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import { oauthOf, tokenEndpoint } from './oauth-place.js';

/** Token sources of stored connections; renewed tokens are stored before they are used. */
export class ConnectionTokens {
  readonly #database: Database;
  readonly #connections: ConnectionStore;
  readonly #audit: AuditLog;

  constructor(database: Database, connections: ConnectionStore, audit: AuditLog) {
    this.#database = database;
    this.#connections = connections;
    this.#audit = audit;
  }

  async source(row: ConnectionRow, connector: Connector, profile: ConnectionProfile): Promise<TokenSource> {
    if (row.authentication === 'static_token') {
      return new StaticTokenSource((await this.#connections.tokens(row.id)).accessToken);
    }
    const secret = await this.#connections.clientSecret(row.id);
    if (secret === null)
      throw new VaultError('The connection has no client secret. Add the connection again.');
    const endpoint = tokenEndpoint(oauthOf(connector, profile), row.client_id ?? '', secret);
    return new RefreshingTokenSource({
      store: this.#store(row),
      refresh: (token) => refresh(endpoint, token),
    });
  }

  #store({ id, revision }: ConnectionRow): TokenStore {
    const save = (tokens: TokenSet) =>
      this.#database.transaction(async (connection) => {
        // Whoever authorised the connection anew in the meantime wants those credentials, not the successors of the old ones.
        if (!(await this.#connections.renewTokens({ id, revision }, tokens, connection)))
          throw new TransientError('The connection was authorised anew while its token was renewed.');
        await this.#audit.append(
          { action: 'token.refreshed', actor: 'runner', details: { connection: id } },
          connection,
        );
      });
    return {
      load: () => this.#connections.tokens(id),
      // The tokens are committed before the lock is given up: they must outlive whatever becomes of it.
      exclusively: (work, signal) =>
        this.#database.exclusively(`tokens:${id}`, signal, async () =>
          work(await this.#connections.tokens(id), save),
        ),
    };
  }
}
