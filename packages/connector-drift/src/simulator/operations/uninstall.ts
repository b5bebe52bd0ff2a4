import {
  json,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { driftError } from './errors.js';
import { guarded } from './guarded.js';

/** `POST /app/uninstall`: all tokens of the OAuth app are dead afterwards; one made by hand belongs to no such app. */
export function uninstallRoutes(
  context: Context,
  app: { readonly clientId: string; readonly clientSecret: string },
): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'uninstall',
      method: 'POST',
      template: '/app/uninstall',
      scopes: [],
      handle: (request) => uninstall(context, request, app),
    }),
  ];
}

function uninstall(
  context: Context,
  { bearer, query }: SimulatedRequest,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): Answer {
  if (query.get('clientId') !== clientId || query.get('clientSecret') !== clientSecret)
    return driftError(403, 'The client is not known');
  if (context.tokens.kindOf(bearer) !== 'oauth') return driftError(400, 'The app is not public');
  if (context.behaviour.uninstall === 'works') context.tokens.revokeAll('oauth');
  return json(200, { result: 'OK', ok: true });
}
