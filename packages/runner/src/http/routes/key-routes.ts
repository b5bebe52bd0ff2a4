import { KeyParams, NewKeyBody } from '../inputs/key-inputs.js';
import { listOf, reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

const tag = 'Keys';

/** Keys of the service. */
export const keyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/keys',
    operationId: 'listKeys',
    tag,
    summary: 'List the API keys, also those that expired or were revoked.',
    access: 'admin',
    answers: {
      200: { description: 'All keys, without their secrets.', schema: listOf(reference('ApiKey')) },
    },
    handle: async ({ services }) => json(200, await services.keys.list()),
  }),
  route({
    method: 'POST',
    path: '/v1/keys',
    operationId: 'createKey',
    tag,
    summary: 'Issue an API key.',
    access: 'admin',
    body: NewKeyBody,
    answers: {
      201: { description: 'The key; it can be seen this once.', schema: reference('IssuedApiKey') },
    },
    handle: async ({ services, body }) => {
      const { key, ...issued } = await services.keys.create(body);
      return json(201, { ...issued, key: key.reveal() });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/keys/{id}/revoke',
    operationId: 'revokeKey',
    tag,
    summary: 'Revoke an API key at once.',
    access: 'admin',
    params: KeyParams,
    answers: { 200: { description: 'The key, revoked.', schema: reference('ApiKey') } },
    handle: async ({ services, params }) => json(200, await services.keys.revoke(params.id)),
  }),
];
