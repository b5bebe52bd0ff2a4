import { Readable } from 'node:stream';
import type { AuditRange } from '../../application/audit-trail.js';
import { AuditListQuery, AuditRangeQuery, AuditVerificationQuery } from '../inputs/audit-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, stream, type Route } from './route.js';

const tag = 'Audit';
/** Milliseconds that following the whole log may take. */
const verificationTime = 100_000;

/** The audit log. */
export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/audit',
    operationId: 'listAudit',
    tag,
    summary: 'Read the audit log, oldest entry first unless asked otherwise.',
    access: 'auditor',
    query: AuditListQuery,
    answers: { 200: { description: 'One page of entries.', schema: reference('AuditPage') } },
    handle: async ({ services, query }) => {
      const view = { ...rangeOf(query), newestFirst: query.order === 'newest' };
      return json(200, await services.audit.page(view, query.cursor ?? null, query.limit));
    },
  }),
  route({
    method: 'GET',
    path: '/v1/audit/verification',
    operationId: 'verifyAudit',
    tag,
    summary: 'Check every entry of the audit log, and compare the log with its signed checkpoints.',
    access: 'auditor',
    query: AuditVerificationQuery,
    answers: { 200: { description: 'What came of it.', schema: reference('AuditVerification') } },
    timeLimit: verificationTime,
    handle: async ({ services, query }) => json(200, await services.audit.verify(query.checkpoint)),
  }),
  route({
    method: 'GET',
    path: '/v1/audit/export',
    operationId: 'exportAudit',
    tag,
    summary: 'Export the audit log as lines of JSON that can be checked offline.',
    access: 'auditor',
    query: AuditRangeQuery,
    answers: {
      200: {
        description: 'A line per entry, oldest first, and a last one with a signed checkpoint.',
        mediaType: 'application/jsonl',
      },
    },
    timeLimit: null,
    handle: async ({ services, query }) => {
      const lines = await services.audit.export(rangeOf(query));
      return stream(200, Readable.from(lines), {
        'content-type': 'application/jsonl',
        'content-disposition': 'attachment; filename="audit.jsonl"',
      });
    },
  }),
];

function rangeOf({ from, to }: Pick<AuditRangeQuery, 'from' | 'to'>): AuditRange {
  return {
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  };
}
