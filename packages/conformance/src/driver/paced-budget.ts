import type { RateLimit } from '@privacy-connectors/core';
import type { RateBudget } from '@privacy-connectors/core/rate-limit';
import type { Clock } from '@privacy-connectors/core/retry';

/** Three quarters of the declared rate, as in the runner; without bursts, so that a fresh process needs no memory. */
export function pacedBudget(clock: Clock, { requestsPerSecond }: RateLimit): RateBudget {
  const pause = 1000 / (requestsPerSecond * 0.75);
  return {
    acquire: (signal) => clock.sleep(pause, signal),
    throttled: () => undefined,
    succeeded: () => undefined,
  };
}
