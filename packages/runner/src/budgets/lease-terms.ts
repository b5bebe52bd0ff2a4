import type { RateLimit } from '@privacy-connectors/core';
import { defaultShare, paceOf, type Pace } from '@privacy-connectors/core/rate-limit';

/** Seconds of the rate that a process may hold as permits and lateness, where the burst allows it. */
const longestHold = 0.75;
/** Milliseconds; timers and the way to the database are no finer. */
const shortestValidity = 5;

/** Under what terms permits are leased from the budget that all processes share. */
export interface LeaseTerms {
  /** What the shared bucket of each limit holds, and what drips into it. */
  readonly paces: readonly Pace[];
  /** Permits that a process may lease at once. */
  readonly permits: number;
  /** Milliseconds that a batch may be used after its last permit has come due. */
  readonly validity: number;
}

/**
 * Terms under which no number of processes exceeds the share of a limit. Permits that are used late come on top of those
 * that come due meanwhile: a batch of n that is valid for v seconds is at most n - 1 + rate x v permits late. The burst of
 * the share is split between that and the shared bucket. Where the burst is one request, nothing is leased ahead, and
 * lateness goes into half of what the share leaves of the limit.
 */
export function leaseTerms(limits: readonly RateLimit[]): LeaseTerms {
  const shares = limits.map((limit) => paceOf(limit, defaultShare));
  const permits = Math.min(...shares.map((share) => 1 + Math.floor((heldOf(share) * 2) / 3)));
  return {
    paces: shares.map((share) => ({
      size: Math.max(1, share.size - heldOf(share)),
      perSecond: share.perSecond,
    })),
    permits,
    validity: Math.max(
      shortestValidity,
      Math.min(...shares.map((share) => ((heldOf(share) - (permits - 1)) / share.perSecond) * 1000)),
    ),
  };
}

/** Permits of a share's burst that may be late. */
function heldOf({ size, perSecond }: Pace): number {
  return Math.max(Math.min(perSecond * longestHold, size / 2, size - 1), (1 - defaultShare) / 2);
}
