/** The names of the scopes without which a capability does not work, in the order of the manifest. */
export function scopesNeededFor(manifest, capability) {
  return Object.keys(manifest.scopes).filter((name) => manifest.scopes[name].neededFor.includes(capability));
}
