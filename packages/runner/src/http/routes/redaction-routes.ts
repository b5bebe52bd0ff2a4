import { ConnectionParams, PageQuery, RequestParams } from '../inputs/common-inputs.js';
import { PolicyBody, RedactionDecisionBody } from '../inputs/redaction-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

/** Other people's data in packages. What a review shows names them, as packages do. */
export const redactionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/connections/{name}/policy',
    operationId: 'changePolicy',
    tag: 'Connections',
    summary: 'Change what is done with the words and names of other people in packages.',
    access: 'admin',
    params: ConnectionParams,
    body: PolicyBody,
    answers: { 200: { description: 'The connection with its policy.', schema: reference('Connection') } },
    handle: async ({ services, params, body }) =>
      json(200, await services.connections.changePolicy(params.name, body.policy)),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}/redactions',
    operationId: 'reviewRedactions',
    tag: 'Requests',
    summary: 'List what the package of a request leaves out or replaces, record by record, with names.',
    access: 'operator',
    params: RequestParams,
    query: PageQuery,
    answers: { 200: { description: 'One page of records.', schema: reference('RedactionPage') } },
    timeLimit: null,
    handle: async ({ services, params, query }) =>
      json(200, await services.requests.review(params.id, query.cursor ?? null, query.limit)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/redactions',
    operationId: 'decideRedaction',
    tag: 'Requests',
    summary: 'Decide about one record of the package in the place of the policy.',
    access: 'operator',
    params: RequestParams,
    body: RedactionDecisionBody,
    answers: { 200: { description: 'The record as it is decided.', schema: reference('RedactionItem') } },
    handle: async ({ services, params, body: { record, mode, reason } }) =>
      json(200, await services.requests.decide(params.id, { record, mode, reason })),
  }),
];
