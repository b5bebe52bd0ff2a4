import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { objectOf, wordOf } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

const tag = 'Operation';
const fine = objectOf({ status: wordOf('ok') });

/** What those who run the service ask. */
export const operationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/healthz',
    operationId: 'showHealth',
    tag,
    summary: 'Tell whether the process answers.',
    access: 'public',
    answers: { 200: { description: 'It does.', schema: fine } },
    handle: () => Promise.resolve(json(200, { status: 'ok' })),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    operationId: 'showReadiness',
    tag,
    summary:
      'Tell whether calls can be served: the database answers, and its schema is that of this version.',
    access: 'public',
    answers: { 200: { description: 'They can.', schema: fine } },
    handle: async ({ application }) => {
      if (await application.monitoring.ready()) return json(200, { status: 'ok' });
      throw new ProblemError(problem(kinds.unavailable, 'The database does not answer as it should.'));
    },
  }),
  route({
    method: 'GET',
    path: '/metrics',
    operationId: 'showMetrics',
    tag,
    summary: 'Show figures for Prometheus.',
    access: 'auditor',
    answers: { 200: { description: 'The text format of Prometheus.', mediaType: 'text/plain' } },
    handle: async ({ application }) => ({
      status: 200,
      body: await application.monitoring.metrics(),
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    }),
  }),
];
