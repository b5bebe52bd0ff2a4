import { json, type Route } from '@privacy-connectors/conformance/simulator';
import { ADMIN, WORKSPACE_ID } from '../world/identities.js';
import type { Context } from './context.js';
import { guarded } from './guarded.js';

/** `GET /me`: any live token may. */
export function meRoutes(context: Context): readonly Route[] {
  const app = {
    type: 'app',
    id_code: WORKSPACE_ID,
    name: 'Simulated workspace',
    region: context.behaviour.region,
  };
  const me = { type: 'admin', ...ADMIN, app };
  return [
    guarded(context, {
      operationId: 'me',
      method: 'GET',
      template: '/me',
      scopes: [],
      handle: () => json(200, me),
    }),
  ];
}
