import { Sensitive } from '../../src/index.js';
import type { TokenEndpoint } from '../../src/oauth/index.js';
import type { Vendor } from './vendor.js';

/** The vendor's token endpoint, at `/token`, which answers in the standard spelling. */
export function tokenEndpointOf(vendor: Vendor): TokenEndpoint {
  return {
    scheme: { clientAuthentication: 'client_secret_post', defaultTokenLifetimeSeconds: 3600 } as never,
    tokenUrl: `${vendor.origin}/token`,
    origins: [vendor.origin],
    clientId: 'cid',
    clientSecret: new Sensitive('secret'),
    normalise: (answer: unknown) => answer as never,
  };
}
