import { RequestParams } from '../inputs/common-inputs.js';
import {
  ApprovalBody,
  ExtensionBody,
  HoldBody,
  NewRequestBody,
  RequestListQuery,
} from '../inputs/request-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';
import { idempotencyKey, idempotencyHeader } from './idempotency-key.js';
import { extensionOf, newRequest, requestFilter } from './request-input.js';

const tag = 'Requests';

/** Privacy requests of data subjects. */
export const requestRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/requests',
    operationId: 'createRequest',
    tag,
    summary: 'Record a request; the workers carry it out.',
    access: 'operator',
    headers: [idempotencyHeader],
    body: NewRequestBody,
    answers: { 201: { description: 'The request, durably recorded.', schema: reference('Request') } },
    handle: async (call) => {
      const key = idempotencyKey(call.header('idempotency-key'));
      return json(201, await call.services.requests.create(newRequest(call.body), key));
    },
  }),
  route({
    method: 'GET',
    path: '/v1/requests',
    operationId: 'listRequests',
    tag,
    summary: 'List requests, oldest first.',
    access: 'auditor',
    query: RequestListQuery,
    answers: { 200: { description: 'One page of requests.', schema: reference('RequestPage') } },
    handle: async ({ services, query }) =>
      json(200, await services.requests.page(requestFilter(query), query.cursor ?? null, query.limit)),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}',
    operationId: 'showRequest',
    tag,
    summary: 'Show where a request stands.',
    access: 'auditor',
    params: RequestParams,
    answers: { 200: { description: 'The request.', schema: reference('Request') } },
    handle: async ({ services, params }) => json(200, await services.requests.show(params.id)),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}/plan',
    operationId: 'showPlan',
    tag,
    summary: 'Show the deletion plans of a request, by connection.',
    access: 'auditor',
    params: RequestParams,
    answers: {
      200: { description: 'A plan per connection that has one.', schema: reference('RequestPlans') },
    },
    handle: async ({ services, params }) => {
      const { id, status, tasks } = await services.requests.show(params.id);
      const planned = tasks.filter(({ plan }) => plan !== null);
      return json(200, { id, status, plans: planned.map(({ connection, plan }) => ({ connection, plan })) });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/approve',
    operationId: 'approveRequest',
    tag,
    summary: 'Approve the deletion plans of a request.',
    access: 'approver',
    params: RequestParams,
    body: ApprovalBody,
    answers: { 200: { description: 'The request, carried on.', schema: reference('Request') } },
    handle: async ({ services, params, body }) =>
      json(200, await services.requests.approve(params.id, body.plans)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/extend',
    operationId: 'extendRequest',
    tag,
    summary: 'Extend the deadline of a request, once.',
    access: 'approver',
    params: RequestParams,
    body: ExtensionBody,
    answers: { 200: { description: 'The request with its new deadline.', schema: reference('Request') } },
    handle: async ({ services, params, body }) =>
      json(200, await services.requests.extend(params.id, extensionOf(body))),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/retry',
    operationId: 'retryRequest',
    tag,
    summary: 'Try again what was given up.',
    access: 'operator',
    params: RequestParams,
    answers: { 200: { description: 'The request, carried on.', schema: reference('Request') } },
    handle: async ({ services, params }) => json(200, await services.requests.retry(params.id)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/hold',
    operationId: 'holdRequest',
    tag,
    summary: 'Place a legal hold on a request: nothing of it expires until it is released.',
    access: 'approver',
    params: RequestParams,
    body: HoldBody,
    answers: { 200: { description: 'The request, held.', schema: reference('Request') } },
    handle: async ({ services, params, body }) =>
      json(200, await services.requests.hold(params.id, body.reason)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/release',
    operationId: 'releaseRequest',
    tag,
    summary: 'End the legal hold on a request.',
    access: 'approver',
    params: RequestParams,
    answers: { 200: { description: 'The request, held no more.', schema: reference('Request') } },
    handle: async ({ services, params }) => json(200, await services.requests.release(params.id)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/cancel',
    operationId: 'cancelRequest',
    tag,
    summary: 'Cancel a request.',
    access: 'operator',
    params: RequestParams,
    answers: { 200: { description: 'The request, cancelled.', schema: reference('Request') } },
    handle: async ({ services, params }) => json(200, await services.requests.cancel(params.id)),
  }),
];
