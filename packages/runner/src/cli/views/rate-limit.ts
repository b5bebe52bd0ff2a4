import type { RateLimit, RateLimitClass } from '@privacy-connectors/core';
import type { RateBudgetView } from '../../application/views/connection-view.js';

/** A class of rate limits in words, e.g. `reports: 10 requests in 1 s and 150 in 60 s, each operation`. */
export function rateLimitText([name, { limits, per }]: readonly [string, RateLimitClass]): string {
  const all = limits.map(limitText).join(' and ');
  return `${name}: ${all}${per === 'operation' ? ', each operation' : ''}`;
}

/** What was learned of a vendor's pace, e.g. `all: up to 1.84 requests/s; slowed down to 49 % after 2 refusals`. */
export function rateBudgetText({ name, requestsPerSecond, factor, cuts }: RateBudgetView): string {
  const pace = `${name}: up to ${Number(requestsPerSecond.toPrecision(3))} requests/s`;
  if (cuts === 0) return pace;
  const slower = factor < 1 ? `slowed down to ${Math.round(factor * 100)} %` : 'at full pace again';
  return `${pace}; ${slower} after ${cuts} refusal${cuts === 1 ? '' : 's'}`;
}

function limitText(limit: RateLimit): string {
  return 'burst' in limit
    ? `${limit.requestsPerSecond} requests/s, burst ${limit.burst}`
    : `${limit.requests} requests in ${limit.seconds} s`;
}
