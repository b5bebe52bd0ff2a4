import { inputSchema } from '../openapi/input-schema.js';
import { NamedId } from '../inputs/request-inputs.js';
import { auditSchemas } from './audit-schemas.js';
import { authorizationSchemas } from './authorization-schemas.js';
import { connectionSchemas } from './connection-schemas.js';
import { keySchemas } from './key-schemas.js';
import { problemSchemas } from './problem-schemas.js';
import { receiptSchemas } from './receipt-schemas.js';
import { redactionSchemas } from './redaction-schemas.js';
import { requestSchemas } from './request-schemas.js';
import { webhookSchemas } from './webhook-schemas.js';
import type { Schema } from './schema.js';

/** Every schema that has a name of its own in the OpenAPI document; bodies of routes come beside them. */
export const namedSchemas: { readonly [name: string]: Schema } = {
  ...requestSchemas,
  ...connectionSchemas,
  ...authorizationSchemas,
  ...auditSchemas,
  ...keySchemas,
  ...webhookSchemas,
  ...receiptSchemas,
  ...redactionSchemas,
  ...problemSchemas,
  NamedId: inputSchema(NamedId),
};
