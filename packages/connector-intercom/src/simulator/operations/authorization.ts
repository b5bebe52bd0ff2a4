import {
  empty,
  formOf,
  json,
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { intercomError } from './errors.js';

/** The authorization page, which consents at once, and the token endpoint. Neither counts against the rate limit. */
export function authorizationRoutes(context: Context, clientId: string): readonly Route[] {
  return [
    {
      operationId: 'authorize',
      method: 'GET',
      template: '/oauth',
      metered: false,
      handle: (request) => authorize(context, request, clientId),
    },
    {
      operationId: 'token',
      method: 'POST',
      template: '/auth/eagle/token',
      metered: false,
      handle: (request) => token(context, request),
    },
  ];
}

function authorize(context: Context, { query }: SimulatedRequest, clientId: string): Answer {
  const redirectUri = query.get('redirect_uri');
  const state = query.get('state');
  const valid = query.get('client_id') === clientId && state !== null && redirectUri !== null;
  if (!valid || !URL.canParse(redirectUri)) return intercomError(400);
  const location = new URL(redirectUri);
  location.searchParams.set('code', context.tokens.authorize(context.behaviour.scopes, redirectUri));
  location.searchParams.set('state', state);
  return empty(302, { location: location.toString() });
}

/** A code for a token, as a form or as JSON. The token is named twice; there is neither a life nor a refresh token. */
function token(context: Context, request: SimulatedRequest): Answer {
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(formOf(request) ?? []);
  const {
    code,
    client_id: id,
    client_secret: secret,
  } = { ...jsonObjectOf(request), ...fields } as Record<string, unknown>;
  const client = { clientId: text(id), clientSecret: text(secret) };
  const result = context.tokens.exchangeCode(client, text(code) ?? '');
  if (!result.ok) return intercomError(result.error === 'invalid_client' ? 401 : 400, result.error);
  const { accessToken } = result.tokens;
  return json(200, { token_type: 'Bearer', token: accessToken, access_token: accessToken });
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
