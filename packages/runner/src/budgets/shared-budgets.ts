import type { ConnectionProfile } from '@privacy-connectors/core';
import { connectionBudgets, type BudgetOf } from '@privacy-connectors/core/rate-limit';
import type { BudgetStore } from '../store/budget-store.js';
import { Account } from './account.js';
import { SharedBudget } from './shared-budget.js';

/** The budgets of a connection, shared by every process on the database. */
export function sharedBudgets(
  store: BudgetStore,
  connectionId: string,
  rateLimits: ConnectionProfile['rateLimits'],
): BudgetOf {
  return connectionBudgets(
    rateLimits,
    (limits, name) => new SharedBudget(new Account(store, { connectionId, name }, limits)),
  );
}
