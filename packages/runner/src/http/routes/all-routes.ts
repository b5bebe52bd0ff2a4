import { auditRoutes } from './audit-routes.js';
import { connectionRoutes } from './connection-routes.js';
import { connectorRoutes } from './connector-routes.js';
import { keyRoutes } from './key-routes.js';
import { requestRoutes } from './request-routes.js';
import { descriptionRoutes } from './description-routes.js';
import type { Route } from './route.js';

/** Every route of the service; nothing else is registered. */
export const allRoutes: readonly Route[] = [
  ...connectorRoutes,
  ...connectionRoutes,
  ...requestRoutes,
  ...auditRoutes,
  ...keyRoutes,
  ...descriptionRoutes,
];
