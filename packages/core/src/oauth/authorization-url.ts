import { generateRandomState } from 'oauth4webapi';
import type { OAuthScheme } from '../contract/auth-scheme.js';
import type { OAuthEndpoints } from '../contract/profile.js';

/** What goes into the URL of the authorisation page. @public */
export interface AuthorizationUrlOptions {
  readonly scheme: OAuthScheme;
  readonly endpoints: OAuthEndpoints;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Made by {@link newState}, kept with the session, and compared when the vendor sends the person back. */
  readonly state: string;
  /** Left out of the URL when the vendor takes scopes from the app's settings instead. */
  readonly scopes: readonly string[];
  /** S256 challenge, for a vendor with PKCE. */
  readonly pkceChallenge?: string;
}

/** Where to send the person who authorises a connection. @public */
export function authorizationUrl(options: AuthorizationUrlOptions): URL {
  const url = new URL(options.endpoints.authorizationUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', options.clientId);
  url.searchParams.set('redirect_uri', options.redirectUri);
  url.searchParams.set('state', options.state);
  if (options.scheme.scopesInAuthorizationUrl) url.searchParams.set('scope', options.scopes.join(' '));
  if (options.scheme.pkce && options.pkceChallenge !== undefined) {
    url.searchParams.set('code_challenge', options.pkceChallenge);
    url.searchParams.set('code_challenge_method', 'S256');
  }
  return url;
}

/** A fresh `state`: 256 random bits, base64url. @public */
export function newState(): string {
  return generateRandomState();
}
