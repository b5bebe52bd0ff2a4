import type { Connector } from '@privacy-connectors/core';

/** The promises of the manifest and the steps that keep them. */
export function capabilityProblems({ manifest, implementation }: Connector): readonly string[] {
  const { capabilities, identifiers, resources } = manifest;
  const modes = Object.values(resources).map(({ erasure }) => erasure);
  const problems = {
    'no identifier is consumed': identifiers.consumes.length === 0,
    'access is not among the capabilities and there are resources':
      capabilities.access === undefined && modes.length > 0,
    'deletion must be promised exactly when there are deletion steps':
      (capabilities.deletion !== undefined) !== (implementation.deletion !== undefined),
    'deletion is promised and every resource has the erasure none':
      capabilities.deletion !== undefined && modes.every((mode) => mode === 'none'),
    'a deferred erasure cannot be synchronous':
      capabilities.deletion?.mode === 'synchronous' && modes.includes('deferred'),
  };
  return Object.entries(problems).flatMap(([problem, holds]) => (holds ? [problem] : []));
}
