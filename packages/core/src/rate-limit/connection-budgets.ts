import type { RateLimitClass } from '../contract/rate-limit.js';
import { ConfigError } from '../errors/index.js';
import { LeakyBucketBudget } from './leaky-bucket-budget.js';
import type { RateBudget } from './rate-budget.js';
import { rateLimitOf, type BudgetedCall } from './rate-limit-of.js';

/** Finds the budget that a call is paid from. @public */
export type BudgetOf = (call: BudgetedCall) => RateBudget;

/**
 * The budgets of one connection, made when they are first needed: one per limit class, or one per class and operation
 * where the vendor counts each operation by itself. `make` gets the limits and that name: `all`, or `all listThings`.
 * @throws ConfigError for a call whose class is not among `classes`. @public
 */
export function connectionBudgets(
  classes: { readonly [name: string]: RateLimitClass },
  make: (limits: RateLimitClass['limits'], name: string) => RateBudget = (limits) =>
    new LeakyBucketBudget({ limits }),
): BudgetOf {
  const budgets = new Map<string, RateBudget>();
  return (call) => {
    const name = rateLimitOf(call);
    const limit = classes[name];
    if (limit === undefined) throw new ConfigError(`The manifest has no rate limit named ${name}.`);
    const key = limit.per === 'operation' ? `${name} ${call.operationId}` : name;
    const budget = budgets.get(key) ?? make(limit.limits, key);
    budgets.set(key, budget);
    return budget;
  };
}
