import { json, type Route } from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { guarded } from './guarded.js';

/** `GET /users/list`: everybody, without paging. */
export function userRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'listUsers',
      method: 'GET',
      template: '/users/list',
      scopes: ['user_read'],
      handle: () => json(200, { data: context.world.users }),
    }),
  ];
}
