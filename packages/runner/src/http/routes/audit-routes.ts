import { PageQuery } from '../inputs/common-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

/** The audit log. */
export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/audit',
    operationId: 'listAudit',
    tag: 'Audit',
    summary: 'Read the audit log, oldest entry first.',
    access: 'auditor',
    query: PageQuery,
    answers: { 200: { description: 'One page of entries.', schema: reference('AuditPage') } },
    handle: async ({ application, query }) =>
      json(200, await application.audit.page(query.cursor ?? null, query.limit)),
  }),
];
