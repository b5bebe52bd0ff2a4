import {
  empty,
  formOf,
  json,
  type Answer,
  type GrantResult,
  type IssuedTokens,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import { ORGANISATION_ID } from '../world/identities.js';
import type { Context } from './context.js';
import { driftError } from './errors.js';

/** The authorization page, which consents at once, and the token endpoint. Neither counts against the rate limit. */
export function authorizationRoutes(context: Context, clientId: string): readonly Route[] {
  return [
    {
      operationId: 'authorize',
      method: 'GET',
      template: '/authorize',
      metered: false,
      handle: (request) => authorize(context, request, clientId),
    },
    {
      operationId: 'token',
      method: 'POST',
      template: '/oauth2/token',
      metered: false,
      handle: (request) => token(context, request),
    },
  ];
}

function authorize(context: Context, request: SimulatedRequest, clientId: string): Answer {
  const { query } = request;
  const redirectUri = query.get('redirect_uri');
  const valid = query.get('response_type') === 'code' && query.get('client_id') === clientId;
  if (!valid || redirectUri === null || !URL.canParse(redirectUri)) return driftError(400);
  const location = new URL(redirectUri);
  location.searchParams.set('code', context.tokens.authorize(context.behaviour.scopes, redirectUri));
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return empty(302, { location: location.toString() });
}

function token(context: Context, request: SimulatedRequest): Answer {
  const form = formOf(request);
  if (form === undefined) return tokenError(context, 'invalid_request');
  const result = grant(context, form);
  if (result === undefined) return tokenError(context, 'unsupported_grant_type');
  if (!result.ok) return tokenError(context, result.error);
  return json(200, tokenAnswer(context, result.tokens), { 'cache-control': 'no-store' });
}

function grant(context: Context, form: URLSearchParams): GrantResult | undefined {
  const client = { clientId: form.get('client_id'), clientSecret: form.get('client_secret') };
  if (form.get('grant_type') === 'authorization_code') {
    return context.tokens.exchangeCode(client, form.get('code') ?? '', form.get('redirect_uri') ?? undefined);
  }
  if (form.get('grant_type') === 'refresh_token') {
    return context.tokens.refresh(client, form.get('refresh_token') ?? '');
  }
  return undefined;
}

function tokenError(context: Context, error: string): Answer {
  if (context.behaviour.tokenErrors === 'drift')
    return driftError(403, 'The client or its grant is not accepted');
  return json(error === 'invalid_client' ? 401 : 400, { error });
}

function tokenAnswer(context: Context, tokens: IssuedTokens): unknown {
  const { accessToken, refreshToken, expiresInSeconds } = tokens;
  const camelCase = { accessToken, refreshToken, expiresIn: expiresInSeconds, tokenType: 'bearer' };
  const snakeCase = {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: expiresInSeconds,
    token_type: 'bearer',
  };
  const { tokenSpelling } = context.behaviour;
  return {
    orgId: ORGANISATION_ID,
    ...(tokenSpelling === 'snake_case' ? {} : camelCase),
    ...(tokenSpelling === 'camelCase' ? {} : snakeCase),
  };
}
