import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  genericTokenEndpointRequest,
  processGenericTokenEndpointResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type AuthorizationServer,
  type Client,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { ConnectorError, VendorContractError } from '../errors/index.js';
import { isLoopback } from '../http/origins.js';
import { Sensitive } from '../redaction/sensitive.js';
import { systemClock } from '../retry/clock.js';
import { codeGrant, type AuthorizationCallback } from './authorization-callback.js';
import type { TokenEndpoint } from './token-endpoint.js';
import { tokenFetch } from './token-fetch.js';
import { lifeOf, type TokenSet } from './token-set.js';

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
  const parameters = codeGrant(server, client, callback);
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
 * @throws InvalidGrantError when the vendor says that the refresh token is dead, AuthError when it rejects that or the app; else as {@link exchangeCode}. @public
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
