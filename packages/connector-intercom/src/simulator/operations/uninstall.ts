import { empty, type Route } from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { guarded } from './guarded.js';
import { intercomError } from './errors.js';

/** `POST /auth/uninstall`: the tokens of the OAuth app are dead afterwards; one made by hand belongs to no such app. */
export function uninstallRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'uninstall',
      method: 'POST',
      template: '/auth/uninstall',
      scopes: [],
      handle: ({ bearer }) => {
        if (context.tokens.kindOf(bearer) !== 'oauth') return intercomError(403);
        context.tokens.revokeAll('oauth');
        return empty(200);
      },
    }),
  ];
}
