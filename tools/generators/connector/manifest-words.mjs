const ASSUMED = [
  'Rate limit: one request a second is assumed, the figure of the vendor was not looked up',
  'Authorisation page, token endpoint, client authentication and life of tokens: assumed, not looked up',
  'A dead token is rejected with 401: assumed, not looked up',
];

/** What the manifest says that follows from the options. What is assumed is said to be, in its sources. */
export function manifestWords({ auth, resources }, { baseUrl, operations }) {
  const staticToken = auth === 'static';
  return {
    staticToken,
    host: new URL(baseUrl).hostname,
    auth: schemeOf(baseUrl, staticToken),
    operationIds: Object.keys(operations),
    capabilities: { access: { mode: 'synchronous', granularity: 'per_record', description: '' } },
    locates: resources.find(({ lookup }) => lookup === 'locate').name,
    sources: ASSUMED.map((title) => ({ title, confidence: 'inferred' })),
  };
}

function schemeOf(baseUrl, staticToken) {
  return {
    kind: 'oauth2',
    authorizationUrl: `${baseUrl}/oauth/authorize`,
    tokenPath: '/oauth/token',
    clientAuthentication: 'client_secret_post',
    pkce: false,
    scopesInAuthorizationUrl: true,
    staticToken,
    defaultTokenLifetimeSeconds: 3600,
    rejectionStatuses: [401],
  };
}
