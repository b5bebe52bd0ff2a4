import type { Connector } from '@privacy-connectors/core';
import { authorizationUrl, newPkcePair } from '@privacy-connectors/core/oauth';
import type { OAuthPlace } from './oauth-place.js';

/** What a person is asked at the vendor, and the way back. */
export interface AuthorizationQuestion {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
}

/** The page of the vendor that asks for every scope of the manifest; with PKCE, the verifier belongs in the token call. */
export async function authorizationRequest(
  { manifest }: Connector,
  { scheme, endpoints }: OAuthPlace,
  question: AuthorizationQuestion,
): Promise<{ readonly url: string; readonly pkceVerifier?: string }> {
  const pkce = scheme.pkce ? await newPkcePair() : undefined;
  const url = authorizationUrl({
    scheme,
    endpoints,
    ...question,
    scopes: Object.keys(manifest.scopes),
    ...(pkce === undefined ? {} : { pkceChallenge: pkce.challenge }),
  });
  return { url: url.href, ...(pkce === undefined ? {} : { pkceVerifier: pkce.verifier }) };
}
