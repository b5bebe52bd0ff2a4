export { connectionBudgets, type BudgetOf } from './connection-budgets.js';
export { defaultShare, LeakyBucketBudget, type LeakyBucketOptions } from './leaky-bucket-budget.js';
export type { RateBudget } from './rate-budget.js';
export type { BudgetedCall } from './rate-limit-of.js';
