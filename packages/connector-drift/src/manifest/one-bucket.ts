import type { RateLimitClass } from '@privacy-connectors/core';

/** The leaky bucket that all calls of a Drift organisation share. */
export function oneBucket(requestsPerSecond: number, burst: number): RateLimitClass {
  return { limits: [{ requestsPerSecond, burst }], per: 'connection' };
}
