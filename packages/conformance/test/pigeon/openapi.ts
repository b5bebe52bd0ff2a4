import type { OpenApiDocument } from '@privacy-connectors/core/http';
import { answers, next, object, text } from '../support/openapi-parts.js';

const time = { type: 'number' } as const;

const member = object({ id: text, email: text, name: text, joinedAt: time });
const letter = object({ id: text, memberId: text, subject: text, updatedAt: time });
const scan = object({ id: text, name: text, mediaType: text });
const page = { ...object({ id: text, text }), properties: { id: text, text, scan } };

/** Pigeon Post's answers. */
export const openapi: OpenApiDocument = {
  components: { schemas: {} },
  paths: {
    '/whoami': { get: answers('whoAmI', object({ scopes: { type: 'array', items: text } })) },
    '/members': { get: answers('findMembers', object({ members: { type: 'array', items: member }, next })) },
    '/members/{memberId}': { get: answers('getMember', member) },
    '/letters': { get: answers('listLetters', object({ letters: { type: 'array', items: letter }, next })) },
    '/letters/{letterId}': { get: answers('getLetter', letter) },
    '/letters/{letterId}/pages': {
      get: answers('listPages', object({ pages: { type: 'array', items: page }, next })),
    },
    '/scans/{scanId}': { get: { operationId: 'downloadScan', responses: { '200': {} } } },
    '/erasures': { post: answers('eraseMember', object({ accepted: { const: true } })) },
    '/uninstall': { post: answers('uninstall', object({ ended: { const: true } })) },
  },
};
