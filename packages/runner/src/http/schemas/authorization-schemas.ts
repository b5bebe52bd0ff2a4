import type { AuthorizationView } from '../../application/views/authorization-view.js';
import { nullable, objectOf, reference, text, time, wordOf, type Schema } from './schema.js';
import { authorizationStatuses } from './words.js';

const shown = {
  id: text,
  connection: text,
  status: wordOf(...authorizationStatuses),
  expiresAt: time,
  error: nullable(reference('Failure')),
};

/** What is said about authorisations in a browser, by name. */
export const authorizationSchemas: { readonly [name: string]: Schema } = {
  Authorization: objectOf<AuthorizationView>(shown),
  StartedAuthorization: objectOf<AuthorizationView & { readonly authorizationUrl: string }>({
    ...shown,
    authorizationUrl: { type: 'string', format: 'uri' },
  }),
};
