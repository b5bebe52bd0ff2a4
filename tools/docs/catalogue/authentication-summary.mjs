/** How connections authenticate, in a few words. */
export function authenticationSummary({ auth }) {
  return auth.staticToken ? 'OAuth 2.0, or a static token' : 'OAuth 2.0';
}
