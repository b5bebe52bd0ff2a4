import type { Connector } from '@privacy-connectors/core';
import type { Send } from '@privacy-connectors/core/http';
import { connectionBudgets } from '@privacy-connectors/core/rate-limit';
import { systemClock } from '@privacy-connectors/core/retry';
import { ConnectorProcess } from '../driver/process.js';
import type { Connection } from '../driver/site.js';

/** Settings of a connection, by name. */
export type LiveSettings = Connection['vendor']['settings'];

/** What stands between a pipeline and the network: a recorder's or a drift check's `around`, or a player. @public */
export type Around = (send: Send) => Send;

/** An account that is called in real time. @public */
export interface LiveConnection {
  readonly accessToken: string;
  /** Those that differ from the defaults. */
  readonly settings?: LiveSettings;
  /** Nothing by default. */
  readonly around?: Around;
}

/** A process that calls the real vendor, in real time and below its rate limit. */
export function liveProcess(
  connector: Connector,
  { accessToken, settings = {}, around = (send) => send }: LiveConnection,
): ConnectorProcess<Connection> {
  const { implementation } = connector;
  const profile = implementation.configure(Object.assign(new implementation.settings(), settings));
  return new ConnectorProcess<Connection>(
    {
      connector,
      vendor: { settings, accessToken },
      clock: systemClock,
      grantedScopes: 'unknown',
      budgetOf: connectionBudgets(profile.rateLimits),
    },
    { attempt: (request, next) => around(next)(request) },
  );
}
