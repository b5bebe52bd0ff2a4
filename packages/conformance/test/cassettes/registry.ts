import { operationTag, type Send } from '@privacy-connectors/core/http';

const text = { type: 'string' };

/** A made-up vendor's API with every kind of place that a value can stand in. */
export const openapi = {
  openapi: '3.1.0',
  servers: [{ url: 'https://api.registry.example/v1' }],
  paths: {
    '/people/{personId}': {
      parameters: [{ $ref: '#/components/parameters/PersonId' }],
      get: {
        operationId: 'getPerson',
        parameters: [
          { name: 'expand', in: 'query', schema: { type: 'array', items: { enum: ['notes', 'files'] } } },
        ],
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Person' } } } },
        },
      },
    },
    '/people': {
      post: {
        operationId: 'searchPeople',
        parameters: [
          { name: 'email', in: 'query', schema: text },
          { name: 'page_token', in: 'query', schema: text },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { query: text, kind: { enum: ['person', 'company'] } } },
            },
          },
        },
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/People' } } } },
          '4XX': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } } },
        },
      },
    },
    '/files/{fileId}': {
      get: {
        operationId: 'getFile',
        parameters: [{ name: 'fileId', in: 'path', required: true, schema: text }],
        responses: { '200': { content: { 'application/octet-stream': {} } } },
      },
    },
  },
  components: {
    parameters: { PersonId: { name: 'personId', in: 'path', required: true, schema: { type: 'integer' } } },
    schemas: {
      Person: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer' },
          email: { type: ['string', 'null'] },
          phone: text,
          note: {},
          since: { type: 'string', format: 'date-time' },
          updatedAt: {},
          visits: { type: 'integer' },
          status: { anyOf: [{ enum: ['active', 'gone'] }, text] },
          addresses: { type: 'object', additionalProperties: { type: 'object', properties: { city: text } } },
          attributes: { type: 'object', additionalProperties: true },
        },
      },
      People: {
        type: 'object',
        properties: {
          people: { type: 'array', items: { $ref: '#/components/schemas/Person' } },
          next: { type: ['string', 'null'] },
        },
      },
      Failure: { type: 'object', properties: { message: text } },
    },
  },
};

const base = { scopes: [], idempotent: true };
const tag = operationTag({
  getPerson: { ...base, method: 'GET', path: '/people/{personId}', purpose: '' },
  searchPeople: { ...base, method: 'POST', path: '/people', purpose: '' },
  getFile: { ...base, method: 'GET', path: '/files/{fileId}', purpose: '', binary: true },
} as unknown as Parameters<typeof operationTag>[0]);

/** A request as the pipeline hands it to its transport. */
export function tagged(method: string, template: string, url: string, init: RequestInit = {}): Request {
  const request = new Request(url, { ...init, method });
  tag.onRequest({ request, schemaPath: template });
  return request;
}

/** A transport that gives these answers in turn. */
export function answering(...answers: readonly (() => Response)[]): Send {
  const left = [...answers];
  return () => {
    const next = left.shift();
    return next === undefined ? Promise.reject(new Error('no answer is left')) : Promise.resolve(next());
  };
}
