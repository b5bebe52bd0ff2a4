/** How connections authenticate, in a few words. */
export function authenticationSummary({ auth }) {
  if (auth.kind === 'api_key') return 'API key';
  const tokens = auth.defaultTokenLifetimeSeconds === null ? 'OAuth 2.0 without expiry' : 'OAuth 2.0';
  return auth.staticToken ? `${tokens}, or a static token` : tokens;
}
