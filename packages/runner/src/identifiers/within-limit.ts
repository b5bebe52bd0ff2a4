import type { KnownIdentifier } from './known-identifier.js';
import { searchedPerRequest } from './limits.js';
import { namespacedKind } from './namespaces.js';

/** An id of an undeclared name space is searched for nowhere, and so takes nobody's place. */
export function isPassedOn({ kind, namespace }: Pick<KnownIdentifier, 'kind' | 'namespace'>): boolean {
  return namespacedKind(kind) === undefined || namespace !== null;
}

/**
 * The identifiers a request is searched by: a name space that is declared later may let more in than their number allows.
 * Those that were searched by already (`searched`, their numbers) come first, then those that were known first.
 */
export function withinLimit<Known extends KnownIdentifier>(
  identifiers: readonly Known[],
  searched: ReadonlySet<number>,
): readonly Known[] {
  const wanted = identifiers.filter((each) => each.use === 'search' && isPassedOn(each));
  const before = wanted.filter(({ number }) => searched.has(number));
  const others = wanted.filter(({ number }) => !searched.has(number));
  return [...before, ...others.slice(0, Math.max(0, searchedPerRequest - before.length))];
}
