import { anyObject } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

/** The description of the service itself. */
export const descriptionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/openapi.json',
    operationId: 'showDescription',
    tag: 'Service',
    summary: 'Show this description of the service.',
    access: 'public',
    answers: { 200: { description: 'The OpenAPI 3.1 document.', schema: anyObject } },
    handle: ({ description }) => Promise.resolve(json(200, description)),
  }),
];
