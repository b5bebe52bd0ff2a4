import { DeliveryListQuery, DeliveryParams } from '../inputs/webhook-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

const tag = 'Webhooks';

/** Webhooks that did not reach their receivers. */
export const webhookRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/webhook-deliveries',
    operationId: 'listWebhookDeliveries',
    tag,
    summary: 'List the webhooks that were given up, oldest event first.',
    access: 'admin',
    query: DeliveryListQuery,
    answers: { 200: { description: 'One page of deliveries.', schema: reference('FailedDeliveryPage') } },
    handle: async ({ services, query }) =>
      json(200, await services.webhookDeliveries.failed(query.cursor ?? null, query.limit)),
  }),
  route({
    method: 'POST',
    path: '/v1/webhook-deliveries/{id}/retry',
    operationId: 'retryWebhookDelivery',
    tag,
    summary: 'Have the workers send a webhook again that was given up.',
    access: 'admin',
    params: DeliveryParams,
    answers: { 200: { description: 'It is due.', schema: reference('RetriedDelivery') } },
    handle: async ({ services, params }) => {
      await services.webhookDeliveries.retry(params.id);
      return json(200, { retried: params.id });
    },
  }),
];
