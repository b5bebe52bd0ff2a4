export { backoffCeiling, jitteredBackoff, type Backoff } from './backoff.js';
export { systemClock, type Clock } from './clock.js';
export { RetryQuota, type RetryCause } from './quota.js';
export { retryAfter } from './retry-after.js';
