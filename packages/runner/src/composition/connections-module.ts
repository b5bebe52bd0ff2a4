import { ContainerModule } from 'inversify';
import { ConnectionService } from '../connections/connection-service.js';
import { Enrolment } from '../connections/enrolment.js';
import { tokens } from './tokens.js';

/** Accounts at vendors: what people do with them. */
export const connectionsModule = new ContainerModule(({ bind }) => {
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
    (database, connections, budgets, stores, connectors, sessions, connectionTokens, enrolment, audit) => {
      const stored = { database, connections, budgets, tasks: stores.tasks, audit };
      const parts = { ...stored, connectors, sessions, tokens: connectionTokens, enrolment };
      return (actor) => new ConnectionService(parts, actor);
    },
    [
      tokens.database,
      tokens.connectionStore,
      tokens.budgetStore,
      tokens.taskStores,
      tokens.connectors,
      tokens.sessions,
      tokens.connectionTokens,
      tokens.enrolment,
      tokens.audit,
    ],
  );
});
