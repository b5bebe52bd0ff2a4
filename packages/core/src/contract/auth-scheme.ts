/**
 * OAuth 2.0 authorization code with refresh, or a token made by hand in the vendor's settings.
 * A vendor fact, hence data; the connection's settings may replace the URLs (see {@link ConnectionProfile}). @public
 */
export interface AuthScheme {
  readonly kind: 'oauth2';
  readonly authorizationUrl: string;
  /** Path of the token endpoint below the base URL. */
  readonly tokenPath: string;
  /** How client id and secret travel to the token endpoint. */
  readonly clientAuthentication: 'client_secret_post' | 'client_secret_basic';
  readonly pkce: boolean;
  /** True when scopes are asked for in the authorisation URL; false when they are chosen in the vendor's app settings. */
  readonly scopesInAuthorizationUrl: boolean;
  /** True when the vendor also issues tokens by hand that do not expire. */
  readonly staticToken: boolean;
  /** Life in seconds assumed when a token answer names none. */
  readonly defaultTokenLifetimeSeconds: number;
  /** Statuses with which the vendor rejects a dead token. */
  readonly rejectionStatuses: readonly number[];
}
