import { apiKeyScheme, bearerScheme } from './api-key-scheme.mjs';
import { oauthScheme } from './oauth-scheme.mjs';

/**
 * How connections authenticate, as the manifest says it, and what of that is `assumed`, in sentences: what the description
 * of the API tells in its `securitySchemes` is not. @throws Refusal when nobody says in which header a key is sent.
 */
export function authOf({ auth, keyHeader }, { baseUrl, description }) {
  const schemes = Object.values(description.components.securitySchemes ?? {});
  if (auth === 'api-key') return apiKeyScheme(keyHeader, schemes);
  if (auth === 'static') return bearerScheme();
  return oauthScheme({ baseUrl, schemes, expires: auth === 'oauth2' });
}
