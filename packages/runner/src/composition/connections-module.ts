import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { ConnectionService } from '../connections/connection-service.js';
import { Disconnection } from '../connections/disconnection.js';
import { Enrolment } from '../connections/enrolment.js';
import { Removal } from '../connections/removal.js';
import { UntakenTokens } from '../connections/untaken-tokens.js';
import { EndingStore } from '../store/ending-store.js';
import { tokens } from './tokens.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** Accounts at vendors: what people do with them. */
export const connectionsModule = new ContainerModule(({ bind }) => {
  bindEnrolment(bind);
  bind(tokens.endings).toResolvedValue(
    (database, keys) => new EndingStore(database, keys),
    [tokens.database, tokens.keys],
  );
  bind(tokens.disconnection).toResolvedValue(
    (connections, connectors, sessions, connectionTokens) =>
      new Disconnection({ connections, connectors, sessions, tokens: connectionTokens }),
    [tokens.connectionStore, tokens.connectors, tokens.sessions, tokens.connectionTokens],
  );
  bind(tokens.removal).toResolvedValue(
    (database, connections, endings, budgets, { tasks, tallies }, sessions, disconnection, audit) =>
      new Removal({
        database,
        connections,
        endings,
        budgets,
        tasks,
        sessions,
        disconnection,
        audit,
        tallies,
      }),
    [
      tokens.database,
      tokens.connectionStore,
      tokens.endings,
      tokens.budgetStore,
      tokens.taskStores,
      tokens.sessions,
      tokens.disconnection,
      tokens.audit,
    ],
  );
  bindConnections(bind);
});

function bindEnrolment(bind: Bind): void {
  bind(tokens.enrolment).toResolvedValue(
    (database, connections, { tasks, tallies }, connectors, hosts, audit) =>
      new Enrolment({
        database,
        connections,
        tasks,
        connectors,
        hosts,
        audit,
        tallies,
        untaken: new UntakenTokens(connections, audit),
      }),
    [
      tokens.database,
      tokens.connectionStore,
      tokens.taskStores,
      tokens.connectors,
      tokens.declaredHosts,
      tokens.audit,
    ],
  );
}

function bindConnections(bind: Bind): void {
  bind(tokens.connections).toResolvedValue(
    (
      database,
      connections,
      budgets,
      endings,
      disconnection,
      removal,
      connectors,
      sessions,
      connectionTokens,
      enrolment,
      audit,
      tallies,
      { redaction: { policy } },
    ) => {
      const stored = { database, connections, budgets, endings, disconnection, removal, audit, tallies };
      const parts = { ...stored, connectors, sessions, tokens: connectionTokens, enrolment, policy };
      return (actor) => new ConnectionService(parts, actor);
    },
    [
      tokens.database,
      tokens.connectionStore,
      tokens.budgetStore,
      tokens.endings,
      tokens.disconnection,
      tokens.removal,
      tokens.connectors,
      tokens.sessions,
      tokens.connectionTokens,
      tokens.enrolment,
      tokens.audit,
      tokens.tallies,
      tokens.configuration,
    ],
  );
}
