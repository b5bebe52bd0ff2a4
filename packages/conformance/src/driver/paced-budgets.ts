import type { ConnectionProfile, RateLimit } from '@privacy-connectors/core';
import {
  connectionBudgets,
  defaultShare,
  type BudgetOf,
  type RateBudget,
} from '@privacy-connectors/core/rate-limit';
import type { Clock } from '@privacy-connectors/core/retry';

/** The runner's share of the declared rates; without bursts, so that a fresh process needs no memory. */
export function pacedBudgets(clock: Clock, classes: ConnectionProfile['rateLimits']): BudgetOf {
  return connectionBudgets(classes, (limits) => pacedBudget(clock, limits));
}

function pacedBudget(clock: Clock, limits: readonly RateLimit[]): RateBudget {
  const slowest = Math.min(...limits.map(requestsPerSecond));
  const pause = 1000 / (slowest * defaultShare);
  return {
    acquire: (signal) => clock.sleep(pause, signal),
    throttled: () => undefined,
    succeeded: () => undefined,
  };
}

function requestsPerSecond(limit: RateLimit): number {
  return 'burst' in limit ? limit.requestsPerSecond : limit.requests / limit.seconds;
}
