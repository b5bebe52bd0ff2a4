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
import { tokenEndpoint } from './connection-tokens.js';

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
  const state = newState();
  const callback = await AuthorizationCallback.listen(credentials.callbackPort, state);
  try {
    return await authorize(connector, profile, credentials, { callback, state }, signal);
  } finally {
    await callback.close();
  }
}

async function authorize(
  connector: Connector,
  profile: ConnectionProfile,
  credentials: Extract<NewCredentials, { kind: 'authorization_code' }>,
  { callback, state }: { readonly callback: AuthorizationCallback; readonly state: string },
  signal: AbortSignal,
): Promise<TokenSet> {
  const scheme = connector.manifest.auth;
  const pkce = scheme.pkce ? await newPkcePair() : undefined;
  const { redirectUri } = callback;
  const url = authorizationUrl({
    scheme,
    profile,
    clientId: credentials.clientId,
    redirectUri,
    state,
    scopes: Object.keys(connector.manifest.scopes),
    ...(pkce === undefined ? {} : { pkceChallenge: pkce.challenge }),
  });
  credentials.onAuthorizationUrl(url.href);
  const parameters = await callback.wait(AbortSignal.any([signal, AbortSignal.timeout(patience)]));
  const endpoint = tokenEndpoint(connector, profile, credentials.clientId, credentials.clientSecret);
  const verifier = pkce === undefined ? {} : { pkceVerifier: pkce.verifier };
  return exchangeCode(endpoint, { parameters, state, redirectUri, ...verifier }, signal);
}
