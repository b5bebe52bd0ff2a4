import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Sensitive } from '@privacy-connectors/core';
import type { NewConnection, NewCredentials } from '../../src/application/connections.js';
import { fastSettings } from './installation.js';

/** A connection to a simulated Drift, without the waiting that is right for the real one. */
export function driftConnection(
  name: string,
  vendor: DriftSimulator,
  credentials: NewCredentials = staticTokenOf(vendor),
): NewConnection {
  const { baseUrl, authorizationUrl } = vendor;
  const settings = { baseUrl, authorizationUrl, ...fastSettings };
  return { connector: 'drift', name, settings, namespaces: {}, credentials };
}

function staticTokenOf({ staticToken }: DriftSimulator): NewCredentials {
  return { kind: 'static_token', token: new Sensitive(staticToken) };
}

/** An app; the browser goes to the vendor, which consents at once, and comes back to the port of the runner. */
export function appOf({ clientId, clientSecret }: DriftSimulator): NewCredentials {
  return {
    kind: 'authorization_code',
    clientId,
    clientSecret: new Sensitive(clientSecret),
    callbackPort: 0,
    onAuthorizationUrl: (url) => void fetch(url),
  };
}
