import type { OpenApiDocument } from '@privacy-connectors/core/http';
import { answers, next, object, text } from '../support/openapi-parts.js';

const textOrNull = { type: ['string', 'null'] } as const;
const texts = { type: 'array', items: text } as const;
const customer = object({ id: text, email: text, phone: text, reference: textOrNull, otherEmails: texts });
const thread = { type: 'object', required: ['id'], properties: { id: text, participants: texts } } as const;
const post = object({
  id: text,
  customerId: textOrNull,
  name: textOrNull,
  note: { type: 'boolean' },
  text: textOrNull,
});
const deleted = object({ deleted: { const: true } });

function listOf(items: object) {
  return object({ data: { type: 'array', items: { ...items } }, next });
}

/** Otter Desk's answers. */
export const openapi: OpenApiDocument = {
  components: { schemas: {} },
  paths: {
    '/key': { get: answers('getKey', object({ scopes: texts })) },
    '/customers': { get: answers('findCustomers', listOf(customer)) },
    '/customers/{customerId}': {
      get: answers('getCustomer', customer),
      delete: answers('deleteCustomer', deleted),
    },
    '/customers/{customerId}/threads': { get: answers('listThreads', listOf(thread)) },
    '/customers/{customerId}/shared-posts': { get: answers('listSharedPosts', listOf(post)) },
    '/threads/{threadId}': { get: answers('getThread', thread), delete: answers('deleteThread', deleted) },
    '/threads/{threadId}/posts': { get: answers('listPosts', listOf(post)) },
    '/posts/{postId}': { get: answers('getPost', post) },
    '/posts/{postId}/redaction': { post: answers('redactPost', object({ redacted: { const: true } })) },
  },
};
