import {
  allowInsecureRequests,
  AuthorizationResponseError,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  genericTokenEndpointRequest,
  processGenericTokenEndpointResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  validateAuthResponse,
  type AuthorizationServer,
  type Client,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { AuthError, ConnectorError, VendorContractError } from '../errors/index.js';
import { isLoopback } from '../http/origins.js';
import { Sensitive } from '../redaction/sensitive.js';
import { systemClock } from '../retry/clock.js';
import type { TokenEndpoint } from './token-endpoint.js';
import { tokenFetch } from './token-fetch.js';
import { lifeOf, type TokenSet } from './token-set.js';

/** What came back from the vendor's authorisation page. @public */
export interface AuthorizationCallback {
  /** Query of the URL the person was sent back to. */
  readonly parameters: URLSearchParams;
  /** The `state` that was sent out. */
  readonly state: string;
  readonly redirectUri: string;
  /** Of the pair whose challenge was sent out, for a vendor with PKCE. */
  readonly pkceVerifier?: string;
}

/**
 * Swaps an authorisation code for tokens.
 * @throws AuthError when the person declined, `state` is wrong or the vendor rejects the code or the app; ThrottledError,
 * TransientError, EgressError and VendorContractError as the pipeline does. @public
 */
export async function exchangeCode(
  endpoint: TokenEndpoint,
  callback: AuthorizationCallback,
  signal?: AbortSignal,
): Promise<TokenSet> {
  const { server, client, authentication, options } = grantCall(endpoint, signal);
  const parameters = validated(server, client, callback);
  return issued(endpoint, async () => {
    const grant = 'authorization_code';
    const answer = await genericTokenEndpointRequest(
      server,
      client,
      authentication,
      grant,
      parameters,
      options,
    );
    return processGenericTokenEndpointResponse(server, client, answer);
  });
}

/**
 * Swaps a refresh token for new tokens. A vendor may rotate: when the answer names no new refresh token, the old one stays.
 * Not to be aborted lightly: an answer that is lost may have used up the old token.
 * @throws AuthError when the vendor rejects the refresh token or the app; else as {@link exchangeCode}. @public
 */
export async function refresh(
  endpoint: TokenEndpoint,
  refreshToken: Sensitive<string>,
  signal?: AbortSignal,
): Promise<TokenSet> {
  const { server, client, authentication, options } = grantCall(endpoint, signal);
  const tokens = await issued(endpoint, async () => {
    const answer = await refreshTokenGrantRequest(
      server,
      client,
      authentication,
      refreshToken.reveal(),
      options,
    );
    return processRefreshTokenResponse(server, client, answer);
  });
  return { refreshToken, ...tokens };
}

function grantCall(endpoint: TokenEndpoint, signal: AbortSignal | undefined) {
  const { tokenUrl } = endpoint;
  const url = new URL(tokenUrl);
  const server: AuthorizationServer = { issuer: url.origin, token_endpoint: tokenUrl };
  const client: Client = { client_id: endpoint.clientId };
  const authenticate =
    endpoint.scheme.clientAuthentication === 'client_secret_basic' ? ClientSecretBasic : ClientSecretPost;
  const options = {
    [customFetch]: tokenFetch(endpoint),
    [allowInsecureRequests]: isLoopback(url.hostname),
    ...(signal === undefined ? {} : { signal }),
  };
  return { server, client, authentication: authenticate(endpoint.clientSecret.reveal()), options };
}

/** What the token call sends, from a callback that is checked first. */
function validated(
  server: AuthorizationServer,
  client: Client,
  { parameters, state, redirectUri, pkceVerifier }: AuthorizationCallback,
): URLSearchParams {
  try {
    const code = validateAuthResponse(server, client, parameters, state).get('code') ?? '';
    const sent = new URLSearchParams({ code, redirect_uri: redirectUri });
    if (pkceVerifier !== undefined) sent.set('code_verifier', pkceVerifier);
    return sent;
  } catch (error) {
    const declined = error instanceof AuthorizationResponseError;
    const why = declined ? 'was declined at the vendor' : 'came back without the state that was sent out';
    throw new AuthError(`The authorisation ${why}. Authorise the connection again.`);
  }
}

/** oauth4webapi's own errors hold the token answer, so nothing of them is kept. */
async function issued(
  endpoint: TokenEndpoint,
  grant: () => Promise<TokenEndpointResponse>,
): Promise<TokenSet> {
  try {
    return tokenSet(await grant(), endpoint);
  } catch (error) {
    if (ConnectorError.is(error)) throw error;
    throw new VendorContractError("The vendor's token answer does not fit OAuth 2.0.", {
      operation: 'token',
    });
  }
}

function tokenSet(answer: TokenEndpointResponse, { clock = systemClock, scheme }: TokenEndpoint): TokenSet {
  return {
    accessToken: new Sensitive(answer.access_token),
    ...(answer.refresh_token === undefined ? {} : { refreshToken: new Sensitive(answer.refresh_token) }),
    ...lifeOf(clock.now(), answer.expires_in ?? scheme.defaultTokenLifetimeSeconds),
    ...(answer.scope === undefined ? {} : { scopes: answer.scope.split(' ').filter(Boolean) }),
  };
}
