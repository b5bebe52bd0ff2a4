import { ContainerModule } from 'inversify';
import { ConnectionService } from '../connections/connection-service.js';
import { ConnectionTokens } from '../connections/connection-tokens.js';
import { DeclaredHosts } from '../connections/declared-hosts.js';
import { Enrolment } from '../connections/enrolment.js';
import { StoredSessions } from '../connections/stored-sessions.js';
import { tokens } from './tokens.js';

/** Accounts at vendors: their tokens, their sessions, and what people do with them. */
export const connectionsModule = new ContainerModule(({ bind }) => {
  bind(tokens.connectionTokens).toResolvedValue(
    (database, connections, audit) => new ConnectionTokens(database, connections, audit),
    [tokens.database, tokens.connectionStore, tokens.audit],
  );
  bind(tokens.sessions).toResolvedValue(
    (connections, connectors, connectionTokens, hosts, tracing) =>
      new StoredSessions({ connections, connectors, tokens: connectionTokens, hosts, tracing }),
    [
      tokens.connectionStore,
      tokens.connectors,
      tokens.connectionTokens,
      tokens.declaredHosts,
      tokens.tracing,
    ],
  );
  bind(tokens.declaredHosts).toResolvedValue(
    ({ allowedHosts }) => new DeclaredHosts(allowedHosts),
    [tokens.configuration],
  );
  bind(tokens.enrolment).toResolvedValue(
    (database, connections, { tasks }, connectors, hosts, audit) =>
      new Enrolment({ database, connections, tasks, connectors, hosts, audit }),
    [
      tokens.database,
      tokens.connectionStore,
      tokens.taskStores,
      tokens.connectors,
      tokens.declaredHosts,
      tokens.audit,
    ],
  );
  bind(tokens.connections).toResolvedValue(
    (database, connections, stores, connectors, sessions, connectionTokens, enrolment, audit) => {
      const stored = { database, connections, tasks: stores.tasks, audit };
      const parts = { ...stored, connectors, sessions, tokens: connectionTokens, enrolment };
      return (actor) => new ConnectionService(parts, actor);
    },
    [
      tokens.database,
      tokens.connectionStore,
      tokens.taskStores,
      tokens.connectors,
      tokens.sessions,
      tokens.connectionTokens,
      tokens.enrolment,
      tokens.audit,
    ],
  );
});
