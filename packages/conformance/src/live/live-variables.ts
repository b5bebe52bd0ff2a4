import type { Connector } from '@privacy-connectors/core';

/** Names of the environment variables of a connector's live run. */
export interface LiveVariables {
  readonly token: string;
  readonly email: string;
}

/** `DSR_LIVE_<CONNECTOR>_TOKEN` and `DSR_LIVE_<CONNECTOR>_EMAIL`. */
export function liveVariables({ manifest }: Connector): LiveVariables {
  const prefix = `DSR_LIVE_${manifest.id.toUpperCase().replaceAll('-', '_')}`;
  return { token: `${prefix}_TOKEN`, email: `${prefix}_EMAIL` };
}
