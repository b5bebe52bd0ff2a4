import { authorizationCodeOf } from '../auth/oauth-scheme.mjs';

/** The scopes that the operations need, as the manifest declares them, in the words of the description. */
export function scopesOf({ description, operations }) {
  const schemes = Object.values(description.components.securitySchemes ?? {});
  const described = authorizationCodeOf(schemes)?.scopes ?? {};
  const names = new Set(Object.values(operations).flatMap(({ scopes }) => scopes));
  const scopes = [...names].map((name) => [
    name,
    { title: name, neededFor: neededFor(operations, name), description: described[name] ?? '' },
  ]);
  return Object.fromEntries(scopes);
}

function neededFor(operations, scope) {
  const uses = Object.values(operations)
    .filter(({ scopes }) => scopes.includes(scope))
    .flatMap(({ usedFor }) => usedFor);
  return ['access', 'deletion'].filter((capability) => uses.includes(capability));
}
