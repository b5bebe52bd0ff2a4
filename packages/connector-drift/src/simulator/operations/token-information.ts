import {
  json,
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import { ORGANISATION_ID } from '../world/identities.js';
import type { Context } from './context.js';
import { driftError } from './errors.js';
import { guarded } from './guarded.js';

/** `POST /app/token_info`; absent when the options say so. */
export function tokenInformationRoutes(context: Context): readonly Route[] {
  if (context.behaviour.tokenInformation === 'missing') return [];
  return [
    guarded(context, {
      operationId: 'tokenInformation',
      method: 'POST',
      template: '/app/token_info',
      scopes: [],
      handle: (request) => tokenInformation(context, request),
    }),
  ];
}

/** A bad Bearer has been refused before; a made-up token in the body is a bad request. */
function tokenInformation(context: Context, request: SimulatedRequest): Answer {
  const token = jsonObjectOf(request)?.['access_token'];
  const information = typeof token === 'string' ? context.tokens.information(token) : undefined;
  if (information === undefined) return driftError(400, 'access_token is not valid');
  return json(200, {
    access_token: token,
    authenticated_userid: `orgId:${ORGANISATION_ID}`,
    credential_id: 'simulated-app',
    token_type: 'bearer',
    expires_in: remaining(context, information.expiresAt),
    created_at: information.issuedAt,
    scope: information.scopes.join(' '),
    id: 'simulated-token',
  });
}

/** 0 for a token that does not expire. */
function remaining(context: Context, expiresAt: number | undefined): number {
  if (expiresAt === undefined) return 0;
  const milliseconds = expiresAt - context.behaviour.now();
  return context.behaviour.tokenInformation === 'milliseconds'
    ? milliseconds
    : Math.round(milliseconds / 1000);
}
