import type { RateBudgetView } from '../application/views/connection-view.js';
import type { BudgetRow } from '../store/budget-store.js';

/** A rate budget as it is shown. */
export function budgetView(row: BudgetRow): RateBudgetView {
  return {
    name: row.name,
    declared: row.declared,
    limits: row.limits,
    factor: row.factor,
    requestsPerSecond: row.per_second,
    requests: row.requests,
    cuts: row.cuts,
    cutAt: row.cut_at?.toISOString() ?? null,
  };
}
