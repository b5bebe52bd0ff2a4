import { auditRoutes } from './audit-routes.js';
import { authorizationRoutes } from './authorization-routes.js';
import { connectionRoutes } from './connection-routes.js';
import { connectorRoutes } from './connector-routes.js';
import { eventRoutes } from './event-routes.js';
import { keyRoutes } from './key-routes.js';
import { operationRoutes } from './operation-routes.js';
import { packageRoutes } from './package-routes.js';
import { receiptRoutes } from './receipt-routes.js';
import { redactionRoutes } from './redaction-routes.js';
import { requestRoutes } from './request-routes.js';
import { descriptionRoutes } from './description-routes.js';
import { webhookRoutes } from './webhook-routes.js';
import type { Route } from './route.js';

/** Every route of the service; nothing else is registered. */
export const allRoutes: readonly Route[] = [
  ...connectorRoutes,
  ...connectionRoutes,
  ...authorizationRoutes,
  ...requestRoutes,
  ...eventRoutes,
  ...packageRoutes,
  ...receiptRoutes,
  ...redactionRoutes,
  ...auditRoutes,
  ...keyRoutes,
  ...webhookRoutes,
  ...operationRoutes,
  ...descriptionRoutes,
];
