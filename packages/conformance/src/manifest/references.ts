import type { Connector } from '@privacy-connectors/core';

/** Names that must lead somewhere: scopes, parents, capabilities. */
export function referenceProblems({ manifest, implementation }: Connector): readonly string[] {
  const { operations, scopes, capabilities, notCovered, resources } = manifest;
  const unknownScopes = Object.entries(operations).flatMap(([id, operation]) =>
    operation.scopes
      .filter((scope) => !(scope in scopes))
      .map((scope) => `${id} needs the undeclared scope ${scope}`),
  );
  const uselessScopes = Object.entries(scopes)
    .filter(([, { neededFor }]) => neededFor.some((capability) => capabilities[capability] === undefined))
    .map(([scope]) => `${scope} is needed for a capability the connector does not have`);
  const uncovered = notCovered
    .filter(({ capability }) => capabilities[capability] === undefined)
    .map(({ what }) => `"${what}" is not covered by a capability the connector does not have`);
  const orphans = Object.keys(resources).filter((name) => !endsAtRoot(manifest.resources, name));
  const first = implementation.subject.resource;
  const lost = first in resources ? [] : [`locate finds ${first}, which is not declared`];
  return [
    ...lost,
    ...unknownScopes,
    ...uselessScopes,
    ...uncovered,
    ...orphans.map((name) => `${name} has no way up to a root`),
  ];
}

/** Whether following the parents ends: no unknown parent, no circle. */
function endsAtRoot(resources: Connector['manifest']['resources'], name: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = resources[at]?.parent) {
    if (seen.has(at) || resources[at] === undefined) return false;
    seen.add(at);
  }
  return true;
}
