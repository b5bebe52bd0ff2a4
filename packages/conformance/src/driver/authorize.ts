import { Sensitive } from '@privacy-connectors/core';
import {
  exchangeCode,
  refresh,
  RefreshingTokenSource,
  type TokenEndpoint,
  type TokenSet,
} from '@privacy-connectors/core/oauth';
import { authorizationOf, oauthParts } from './oauth-parts.js';
import type { Site } from './site.js';
import { TokenMemory } from './token-memory.js';

const redirectUri = 'http://127.0.0.1/callback';
const state = 'state-of-the-kit';

/** A connection that a person has authorised at the vendor. */
export interface Authorized {
  /** The same site, with tokens that expire and are renewed. */
  readonly site: Site;
  /** As first issued. */
  readonly issued: TokenSet;
  /** How often tokens were renewed. */
  renewals(): number;
}

/** Goes through the vendor's authorisation as the runner does, with the connector's reading of token answers. */
export async function authorize(site: Site): Promise<Authorized> {
  const endpoint = endpointOf(site);
  const parameters = new URLSearchParams({
    code: authorizationOf(site.vendor).authorize(redirectUri),
    state,
  });
  const issued = await exchangeCode(endpoint, { parameters, state, redirectUri });
  let renewals = 0;
  const tokens = new RefreshingTokenSource({
    store: new TokenMemory(issued),
    clock: site.clock,
    refresh: (refreshToken) => {
      renewals += 1;
      return refresh(endpoint, refreshToken);
    },
  });
  return { site: { ...site, tokens }, issued, renewals: () => renewals };
}

function endpointOf(site: Site): TokenEndpoint {
  const { scheme, endpoints, normalise } = oauthParts(site);
  const { clientId, clientSecret } = authorizationOf(site.vendor);
  return {
    scheme,
    tokenUrl: endpoints.tokenUrl,
    origins: [new URL(endpoints.tokenUrl).origin],
    clientId,
    clientSecret: new Sensitive(clientSecret),
    normalise,
    clock: site.clock,
  };
}
