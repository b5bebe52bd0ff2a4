import { describedOperations } from '../../scripts/openapi/described-operations.mjs';

/**
 * A description in which every operation says what the manifest declares of it. What it does not say itself follows from
 * HTTP and from its security, and the conformance kit finds what does not hold. Calls count in the class `rateLimit`.
 */
export function declare(description, rateLimit) {
  const paths = Object.fromEntries(
    Object.entries(description.paths).map(([path, item]) => [path, { ...item }]),
  );
  for (const { path, method, operation } of describedOperations(description)) {
    paths[path][method] = declared(description, method, operation, rateLimit);
  }
  return { ...description, paths };
}

function declared(description, method, { operationId, summary, ...rest }, rateLimit) {
  return {
    operationId,
    summary: sentence(summary || rest.description || operationId),
    'x-used-for': [method === 'get' ? 'access' : 'deletion'],
    'x-scopes': scopesOf(description, rest),
    ...(['post', 'patch'].includes(method) ? { 'x-idempotent': false } : {}),
    'x-rate-limit': rateLimit,
    ...rest,
  };
}

/** The scopes that the OAuth schemes among its security ask for. */
function scopesOf({ components, security = [] }, operation) {
  const schemes = components.securitySchemes ?? {};
  const required = (operation.security ?? security).flatMap((requirement) => Object.entries(requirement));
  const scopes = required.flatMap(([name, scopes]) => (schemes[name]?.type === 'oauth2' ? scopes : []));
  return [...new Set(scopes)];
}

/** The first line, as a sentence. */
function sentence(text) {
  const [line] = text.trim().split('\n');
  return line.endsWith('.') ? line : `${line}.`;
}
