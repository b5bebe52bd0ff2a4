import type { RateLimit } from '../contract/rate-limit.js';

/** A token bucket: how much it holds, and what drips into it a second. @public */
export interface Pace {
  readonly size: number;
  readonly perSecond: number;
}

/**
 * The token bucket that uses a share of a limit and never exceeds it. Of a window, what the steady share leaves may be sent
 * at once: in any window no more than both together can go out, wherever the vendor's windows begin. @public
 */
export function paceOf(limit: RateLimit, share: number): Pace {
  if ('burst' in limit)
    return { size: atLeastOne(limit.burst * share), perSecond: limit.requestsPerSecond * share };
  return {
    size: atLeastOne(limit.requests * (1 - share)),
    perSecond: (limit.requests / limit.seconds) * share,
  };
}

function atLeastOne(size: number): number {
  return Math.max(1, size);
}
