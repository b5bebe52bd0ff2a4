import { assumedRejection, rejectionStatuses } from './rejection.mjs';

const assumedEndpoints = 'Authorisation page and token endpoint: assumed, not looked up';
const assumedExchange =
  'How the client authenticates at the token endpoint, PKCE and the life of tokens: assumed, not looked up';

/** OAuth 2.0 with an authorization code. */
export function oauthScheme({ baseUrl, schemes, expires }) {
  const flow = authorizationCodeOf(schemes);
  const { assumed, ...endpoints } = flow === undefined ? assumedAt(baseUrl) : describedBy(flow, baseUrl);
  const scheme = {
    kind: 'oauth2',
    ...endpoints,
    clientAuthentication: 'client_secret_post',
    pkce: false,
    scopesInAuthorizationUrl: true,
    staticToken: false,
    defaultTokenLifetimeSeconds: expires ? 3600 : null,
    rejectionStatuses,
  };
  return { scheme, assumed: [...assumed, assumedExchange, assumedRejection] };
}

/** The description's authorization code flow, `{authorizationUrl, tokenUrl, scopes}`. */
export function authorizationCodeOf(schemes) {
  return schemes.find(({ type, flows }) => type === 'oauth2' && flows?.authorizationCode !== undefined)?.flows
    .authorizationCode;
}

function assumedAt(baseUrl) {
  return {
    authorizationUrl: `${baseUrl}/oauth/authorize`,
    tokenPath: '/oauth/token',
    assumed: [assumedEndpoints],
  };
}

/** URLs of a description may be relative to the API. */
function describedBy(flow, baseUrl) {
  const [authorizationUrl, tokenUrl] = [flow.authorizationUrl, flow.tokenUrl].map(
    (url) => new URL(url, `${baseUrl}/`).href,
  );
  const isBelow = tokenUrl.startsWith(`${baseUrl}/`);
  const elsewhere = `The token endpoint is ${tokenUrl}, which is not below the base URL: make src/settings/profile.ts say so`;
  return {
    authorizationUrl,
    tokenPath: isBelow ? tokenUrl.slice(baseUrl.length) : new URL(tokenUrl).pathname,
    assumed: isBelow ? [] : [elsewhere],
  };
}
