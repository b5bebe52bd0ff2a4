import type { DeletionPlanPage, Manifest } from '@privacy-connectors/core';

/** The other scopes that open an operation which this one opens: without it, they would do. */
export function alternativesTo({ operations }: Manifest, scope: string): readonly string[] {
  const opened = Object.values(operations).filter(({ scopes }) => scopes.includes(scope));
  return [...new Set(opened.flatMap(({ scopes }) => scopes))].filter((other) => other !== scope);
}

/** Every declared scope but these. */
export function allScopesBut({ scopes }: Manifest, without: readonly string[]): readonly string[] {
  return Object.keys(scopes).filter((scope) => !without.includes(scope));
}

/** Whether the scopes open the operation, as the manifest has it. */
export function opens({ operations }: Manifest, granted: readonly string[], operationId: string): boolean {
  const scopes = operations[operationId]?.scopes ?? [];
  return scopes.length === 0 || scopes.some((scope) => granted.includes(scope));
}

/** Whether a plan says that it is blocked until the scope is granted. */
export function blockedFor(obstacles: DeletionPlanPage['obstacles'], scope: string): boolean {
  return obstacles.some(({ outcome }) => outcome.outcome === 'blocked' && outcome.remedy.includes(scope));
}
