import { ContainerModule } from 'inversify';
import { ConnectionTokens } from '../connections/connection-tokens.js';
import { DeclaredHosts } from '../connections/declared-hosts.js';
import { StoredSessions } from '../connections/stored-sessions.js';
import { tokens } from './tokens.js';

/** Accounts at vendors: their tokens and their sessions. */
export const sessionsModule = new ContainerModule(({ bind }) => {
  bind(tokens.connectionTokens).toResolvedValue(
    (database, connections, audit) => new ConnectionTokens(database, connections, audit),
    [tokens.database, tokens.connectionStore, tokens.audit],
  );
  bind(tokens.sessions).toResolvedValue(
    (connections, connectors, connectionTokens, hosts, budgets, tracing, pulse) => {
      const parts = { connections, connectors, tokens: connectionTokens, hosts, budgets };
      return new StoredSessions({ ...parts, tracing, pulse });
    },
    [
      tokens.connectionStore,
      tokens.connectors,
      tokens.connectionTokens,
      tokens.declaredHosts,
      tokens.budgetStore,
      tokens.tracing,
      tokens.pulse,
    ],
  );
  bind(tokens.declaredHosts).toResolvedValue(
    ({ allowedHosts }) => new DeclaredHosts(allowedHosts),
    [tokens.configuration],
  );
});
