/**
 * OAuth 2.0 authorization code with refresh, or a token made by hand in the vendor's settings.
 * A vendor fact, hence data; the connection's settings may replace the URLs (see {@link ConnectionProfile}). @public
 */
export interface OAuthScheme {
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
  /**
   * Life in seconds assumed when a token answer names none. Null when tokens do not expire: then there is no refresh token
   * either, and a rejected token means that a person has to authorise the connection again.
   */
  readonly defaultTokenLifetimeSeconds: number | null;
  /** Statuses with which the vendor rejects a dead token. */
  readonly rejectionStatuses: readonly number[];
}

/** A key made by hand in the vendor's settings, sent with every call in a scheme of the vendor's own. @public */
export interface ApiKeyScheme {
  readonly kind: 'api_key';
  /** Lower-case name of the header, e.g. `authorization`. */
  readonly header: string;
  /** What stands before the key in the header, its space included, e.g. `Acme-API-Key `. */
  readonly prefix: string;
  /** Statuses with which the vendor rejects a dead key. */
  readonly rejectionStatuses: readonly number[];
}

/** How a connection proves who it is. @public */
export type AuthScheme = OAuthScheme | ApiKeyScheme;
