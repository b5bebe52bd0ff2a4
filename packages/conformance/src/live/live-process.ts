import type { Connector } from '@privacy-connectors/core';
import { LeakyBucketBudget } from '@privacy-connectors/core/rate-limit';
import { systemClock } from '@privacy-connectors/core/retry';
import { ConnectorProcess } from '../driver/process.js';
import type { Connection } from '../driver/site.js';

/** Settings of a connection, by name. */
export type LiveSettings = Connection['vendor']['settings'];

/** A process that calls the real vendor, in real time and below its rate limit. */
export function liveProcess(
  connector: Connector,
  accessToken: string,
  settings: LiveSettings,
): ConnectorProcess<Connection> {
  const { implementation } = connector;
  const profile = implementation.configure(Object.assign(new implementation.settings(), settings));
  return new ConnectorProcess<Connection>({
    connector,
    vendor: { settings, accessToken },
    clock: systemClock,
    grantedScopes: 'unknown',
    budget: new LeakyBucketBudget({ limit: profile.rateLimit }),
  });
}
