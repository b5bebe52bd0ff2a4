export { LeakyBucketBudget, type LeakyBucketOptions } from './leaky-bucket-budget.js';
export type { RateBudget } from './rate-budget.js';
