import { roles } from '../../access/role.js';
import type { ApiKeyView } from '../../application/views/api-key-view.js';
import { nullable, objectOf, text, time, wordOf, type Schema } from './schema.js';

const shown = {
  id: text,
  role: wordOf(...roles),
  name: nullable(text),
  createdAt: time,
  createdBy: text,
  expiresAt: time,
  revokedAt: nullable(time),
  lastUsedAt: nullable(time),
};

/** What is said about keys, by name. */
export const keySchemas: { readonly [name: string]: Schema } = {
  ApiKey: objectOf<ApiKeyView>(shown),
  IssuedApiKey: objectOf<ApiKeyView & { readonly key: string }>({ ...shown, key: text }),
};
