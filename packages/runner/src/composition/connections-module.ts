import { ContainerModule } from 'inversify';
import { ConnectionService } from '../connections/connection-service.js';
import { ConnectionTokens } from '../connections/connection-tokens.js';
import { StoredSessions } from '../connections/stored-sessions.js';
import { tokens } from './tokens.js';

/** Accounts at vendors: their tokens, their sessions, and what people do with them. */
export const connectionsModule = new ContainerModule(({ bind }) => {
  bind(tokens.connectionTokens).toResolvedValue(
    (database, connections, audit) => new ConnectionTokens(database, connections, audit),
    [tokens.database, tokens.connectionStore, tokens.audit],
  );
  bind(tokens.sessions).toResolvedValue(
    (connections, connectors, connectionTokens, tracing) =>
      new StoredSessions(connections, connectors, connectionTokens, tracing),
    [tokens.connectionStore, tokens.connectors, tokens.connectionTokens, tokens.tracing],
  );
  bind(tokens.connections).toResolvedValue(
    (database, connections, stores, connectors, sessions, connectionTokens, audit) => {
      const stored = { database, connections, tasks: stores.tasks, audit };
      const parts = { ...stored, connectors, sessions, tokens: connectionTokens };
      return (actor) => new ConnectionService(parts, actor);
    },
    [
      tokens.database,
      tokens.connectionStore,
      tokens.taskStores,
      tokens.connectors,
      tokens.sessions,
      tokens.connectionTokens,
      tokens.audit,
    ],
  );
});
