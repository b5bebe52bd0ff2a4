import type { ConnectorManifests } from '../application/connector-catalogue.js';
import type { OpenedServices } from '../application/services.js';
import type { Environment } from '../config/resolve-home.js';
import { connectService } from './connect-service.js';
import { RemoteAudit } from './remote-audit.js';
import { RemoteAuthorizations } from './remote-authorizations.js';
import { RemoteConnections } from './remote-connections.js';
import { RemoteKeys } from './remote-keys.js';
import { RemoteManifests } from './remote-manifests.js';
import { RemoteReceipts } from './remote-receipts.js';
import { RemoteRequests } from './remote-requests.js';

/** The services at `DSR_URL`. Nothing is opened on this host. @throws ConfigurationError when the environment is wrong. */
export function openRemoteServices(environment: Environment): OpenedServices {
  const service = connectService(environment);
  const authorizations = new RemoteAuthorizations(service);
  return {
    authorizations,
    connections: new RemoteConnections(service, authorizations),
    requests: new RemoteRequests(service),
    keys: new RemoteKeys(service),
    audit: new RemoteAudit(service),
    receipts: new RemoteReceipts(service),
    close: () => Promise.resolve(),
  };
}

/** What the connectors of the service at `DSR_URL` say about themselves. */
export function openRemoteManifests(environment: Environment): ConnectorManifests {
  return new RemoteManifests(connectService(environment));
}
