import type { ConnectionProfile, RateLimit } from '@privacy-connectors/core';
import { connectionBudgets, type BudgetOf, type RateBudget } from '@privacy-connectors/core/rate-limit';
import type { Clock } from '@privacy-connectors/core/retry';
import { LeakyBucket } from '../simulator/index.js';

/** Counts what was sent against one limit. */
interface Meter {
  /** Milliseconds until the next request is allowed. */
  wait(): number;
  count(): void;
}

/** Budgets that send as early as the declared limits allow. They take the vendor to be at rest at first. */
export function fullSpeedBudgets(clock: Clock, classes: ConnectionProfile['rateLimits']): BudgetOf {
  return connectionBudgets(classes, (limits) => fullSpeedBudget(clock, limits));
}

function fullSpeedBudget(clock: Clock, limits: readonly RateLimit[]): RateBudget {
  const meters = limits.map((limit) => meterOf(clock, limit));
  return {
    acquire: async (signal) => {
      await clock.sleep(Math.max(...meters.map((meter) => meter.wait())), signal);
      for (const meter of meters) meter.count();
    },
    throttled: () => undefined,
    succeeded: () => undefined,
  };
}

function meterOf(clock: Clock, limit: RateLimit): Meter {
  if (!('burst' in limit)) return windowMeter(clock, limit.requests, limit.seconds * 1000);
  const { burst, requestsPerSecond } = limit;
  const bucket = new LeakyBucket({
    capacity: burst,
    leakPerSecond: requestsPerSecond,
    now: () => clock.now(),
  });
  return { wait: () => bucket.secondsUntilFree() * 1000, count: () => void bucket.take() };
}

/** A window that moves along: whatever windows the vendor has, no more are sent in any of them. */
function windowMeter(clock: Clock, requests: number, length: number): Meter {
  const sent: number[] = [];
  return {
    wait: () => (sent.length < requests ? 0 : Math.max(0, (sent[0] ?? 0) + length + 1 - clock.now())),
    count: () => {
      sent.push(clock.now());
      if (sent.length > requests) sent.shift();
    },
  };
}
