import type { ConnectionProfile } from '@privacy-connectors/core';
import { defaultShare } from '@privacy-connectors/core/rate-limit';
import type { Sessions } from '../connections/session.js';
import { ConfigurationError, InputError, VaultError } from '../errors/runner-error.js';
import type { PaceOf } from './forecasts.js';

/** Calls a second that our share of a vendor's declared limits allows for long, whatever is called. */
export function declaredPace({ rateLimits }: Pick<ConnectionProfile, 'rateLimits'>): number {
  const limits = Object.values(rateLimits).flatMap((limit) => limit.limits);
  const paces = limits.map((limit) =>
    'burst' in limit ? limit.requestsPerSecond : limit.requests / limit.seconds,
  );
  return Math.min(...paces) * defaultShare;
}

/** The pace of connections as their connectors declare it; null for one that cannot be opened. */
export function paceBy(sessions: Sessions): PaceOf {
  return async (connectionId) => {
    try {
      return declaredPace((await sessions.open(connectionId)).profile);
    } catch (error) {
      if (error instanceof InputError || error instanceof ConfigurationError || error instanceof VaultError)
        return null;
      throw error;
    }
  };
}
