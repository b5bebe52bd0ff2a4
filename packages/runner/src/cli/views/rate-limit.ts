import type { RateLimit, RateLimitClass } from '@privacy-connectors/core';

/** A class of rate limits in words, e.g. `reports: 10 requests in 1 s and 150 in 60 s, each operation`. */
export function rateLimitText([name, { limits, per }]: readonly [string, RateLimitClass]): string {
  const all = limits.map(limitText).join(' and ');
  return `${name}: ${all}${per === 'operation' ? ', each operation' : ''}`;
}

function limitText(limit: RateLimit): string {
  return 'burst' in limit
    ? `${limit.requestsPerSecond} requests/s, burst ${limit.burst}`
    : `${limit.requests} requests in ${limit.seconds} s`;
}
