import type { RateLimit } from '@privacy-connectors/core';
import type { ConnectorProcess } from './process.js';

/** Lets the time pass after which a vendor has forgotten every call, as far as its declared limits go. */
export async function rest({ site, profile }: ConnectorProcess): Promise<void> {
  const limits = Object.values(profile.rateLimits).flatMap((each) => each.limits);
  await site.clock.sleep(2000 * Math.max(...limits.map(secondsOf)));
}

/** How long a limit remembers. */
function secondsOf(limit: RateLimit): number {
  return 'burst' in limit ? limit.burst / limit.requestsPerSecond : limit.seconds;
}
