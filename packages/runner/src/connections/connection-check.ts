import type { ConnectionCheck, Connector, Sensitive } from '@privacy-connectors/core';
import type { ConnectionTestView, ConnectionView } from '../application/views/connection-view.js';
import { budgetView } from '../budgets/budget-view.js';
import type { RedactionPolicy } from '../redaction/policy.js';
import type { BudgetRow } from '../store/budget-store.js';
import type { ConnectionRow } from '../store/connection-store.js';
import type { Session } from './session.js';

/** Asks the vendor whether it accepts the credentials and what they may do. @throws AuthError when it does not. */
export function checkConnection(
  session: Session,
  token: Sensitive<string>,
  signal: AbortSignal,
): Promise<ConnectionCheck> {
  const credential = { accessToken: token.reveal() };
  return session.connector.implementation.check(session.context(signal), credential);
}

/** What is shown of a connection besides its row. */
export interface ConnectionSurroundings {
  /** Of the installation. */
  readonly policy: RedactionPolicy;
  /** May hold those of others too. */
  readonly budgets: readonly BudgetRow[];
  /** Undefined when it is not configured any more. */
  readonly connector: Connector | undefined;
}

/** A connection as it is shown. */
export function connectionView(
  row: ConnectionRow,
  { policy, budgets, connector }: ConnectionSurroundings,
): ConnectionView {
  return {
    state: 'connected',
    reason: null,
    manualSteps: [],
    name: row.name,
    connector: row.connector,
    authentication: row.authentication,
    settings: row.settings,
    namespaces: row.namespaces,
    policy: { ...policy, ...row.redaction_policy },
    grantedScopes: row.granted_scopes ?? 'unknown',
    unneededScopes: unneededScopes(row, connector),
    account: row.account,
    createdAt: row.created_at.toISOString(),
    credentialsGivenAt: row.credentials_at.toISOString(),
    credentialsExpire: row.credentials_expire,
    lastUsedAt: row.used_at?.toISOString() ?? null,
    rateBudgets: budgets.filter((budget) => budget.connection_id === row.id).map(budgetView),
  };
}

/** A connection that was removed, and that its vendor may still let in. */
export function endingView(
  row: ConnectionRow,
  surroundings: ConnectionSurroundings,
  manualSteps: readonly string[],
): ConnectionView {
  return {
    ...connectionView(row, surroundings),
    rateBudgets: [],
    state: 'still_alive',
    reason: row.alive_reason,
    manualSteps,
  };
}

/** Granted, and of no use to the connector. */
function unneededScopes(
  { granted_scopes: granted }: ConnectionRow,
  connector: Connector | undefined,
): readonly string[] {
  if (granted === null || connector === undefined) return [];
  return granted.filter((name) => !(name in connector.manifest.scopes));
}

/** What the granted scopes of a connection that is alive allow. */
export function testView(connection: ConnectionView, connector: Connector): ConnectionTestView {
  const granted = connection.grantedScopes;
  const scopes = Object.entries(connector.manifest.scopes);
  const offered = Object.keys(connector.manifest.capabilities) as ('access' | 'deletion')[];
  const capabilities = offered.map((capability) => {
    const needed = scopes.filter(([, scope]) => scope.neededFor.includes(capability)).map(([name]) => name);
    const missingScopes = granted === 'unknown' ? [] : needed.filter((name) => !granted.includes(name));
    const available =
      granted === 'unknown'
        ? ('unknown' as const)
        : missingScopes.length === 0
          ? ('yes' as const)
          : ('no' as const);
    return { capability, available, missingScopes };
  });
  return { connection, alive: true, capabilities, unneededScopes: connection.unneededScopes };
}
