import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import { exchangeCode, newState, type TokenSet } from '@privacy-connectors/core/oauth';
import type { NewCredentials } from '../application/connections.js';
import { AuthorizationCallback } from './authorization-callback.js';
import { authorizationRequest } from './authorization-request.js';
import { oauthOf, tokenEndpoint } from './oauth-place.js';

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
  oauthOf(connector, profile);
  const state = newState();
  const callback = await AuthorizationCallback.listen(credentials.callbackPort, state);
  try {
    return await authorize({ connector, profile, credentials }, { callback, state }, signal);
  } finally {
    await callback.close();
  }
}

interface Account {
  readonly connector: Connector;
  readonly profile: ConnectionProfile;
  readonly credentials: Extract<NewCredentials, { kind: 'authorization_code' }>;
}

async function authorize(
  { connector, profile, credentials }: Account,
  { callback, state }: { readonly callback: AuthorizationCallback; readonly state: string },
  signal: AbortSignal,
): Promise<TokenSet> {
  const { clientId, clientSecret, onAuthorizationUrl } = credentials;
  const { redirectUri } = callback;
  const place = oauthOf(connector, profile);
  const { url, ...pkce } = await authorizationRequest(connector, place, { clientId, redirectUri, state });
  onAuthorizationUrl(url);
  const parameters = await callback.wait(AbortSignal.any([signal, AbortSignal.timeout(patience)]));
  const endpoint = tokenEndpoint(place, clientId, clientSecret);
  return exchangeCode(endpoint, { parameters, state, redirectUri, ...pkce }, signal);
}
