export { adaptation } from './adaptive-rate.js';
export { connectionBudgets, type BudgetOf } from './connection-budgets.js';
export { Episodes } from './episodes.js';
export { defaultShare, LeakyBucketBudget, type LeakyBucketOptions } from './leaky-bucket-budget.js';
export { paceOf, type Pace } from './pace.js';
export type { RateBudget } from './rate-budget.js';
export type { BudgetedCall } from './rate-limit-of.js';
export { contentWithin, windowStateOf, type WindowState } from './window-state.js';
