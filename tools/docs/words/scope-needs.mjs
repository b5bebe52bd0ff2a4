/** The names of the scopes without which a capability does not work, in the order of the manifest. */
export function scopesNeededFor(manifest, capability) {
  return Object.keys(manifest.scopes).filter((name) => manifest.scopes[name].neededFor.includes(capability));
}

/** The operations of the manifest, in its order, that one of these scopes opens. */
export function operationsOfScopes(manifest, scopes) {
  return Object.values(manifest.operations).filter((operation) =>
    operation.scopes.some((scope) => scopes.includes(scope)),
  );
}
