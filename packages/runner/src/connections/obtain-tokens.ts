import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import {
  authorizationUrl,
  exchangeCode,
  newPkcePair,
  newState,
  type TokenSet,
} from '@privacy-connectors/core/oauth';
import type { NewCredentials } from '../application/application.js';
import { AuthorizationCallback } from './authorization-callback.js';
import { oauthOf, tokenEndpoint, type OAuthPlace } from './oauth-place.js';

/** Milliseconds a person has to complete the authorisation in the browser. */
const patience = 600_000;

/**
 * The first tokens of a connection: the given one, or those a person authorises in the browser.
 * @throws AuthError when the person declines, or the answer does not carry the state that was sent out.
 */
export async function obtainTokens(
  connector: Connector,
  profile: ConnectionProfile,
  credentials: NewCredentials,
  signal: AbortSignal,
): Promise<TokenSet> {
  if (credentials.kind === 'static_token') return { accessToken: credentials.token, expiresAt: null };
  const place = oauthOf(connector, profile);
  const state = newState();
  const callback = await AuthorizationCallback.listen(credentials.callbackPort, state);
  try {
    const scopes = Object.keys(connector.manifest.scopes);
    return await authorize({ ...place, scopes }, credentials, { callback, state }, signal);
  } finally {
    await callback.close();
  }
}

async function authorize(
  place: OAuthPlace & { readonly scopes: readonly string[] },
  credentials: Extract<NewCredentials, { kind: 'authorization_code' }>,
  { callback, state }: { readonly callback: AuthorizationCallback; readonly state: string },
  signal: AbortSignal,
): Promise<TokenSet> {
  const { scheme, endpoints, scopes } = place;
  const pkce = scheme.pkce ? await newPkcePair() : undefined;
  const { redirectUri } = callback;
  const url = authorizationUrl({
    scheme,
    endpoints,
    clientId: credentials.clientId,
    redirectUri,
    state,
    scopes,
    ...(pkce === undefined ? {} : { pkceChallenge: pkce.challenge }),
  });
  credentials.onAuthorizationUrl(url.href);
  const parameters = await callback.wait(AbortSignal.any([signal, AbortSignal.timeout(patience)]));
  const endpoint = tokenEndpoint(place, credentials.clientId, credentials.clientSecret);
  const verifier = pkce === undefined ? {} : { pkceVerifier: pkce.verifier };
  return exchangeCode(endpoint, { parameters, state, redirectUri, ...verifier }, signal);
}
