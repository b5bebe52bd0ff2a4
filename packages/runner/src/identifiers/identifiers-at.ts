import type { Identifier } from '@privacy-connectors/core';
import type { OpenIdentifier } from './known-identifier.js';
import { namespacedKind, namespacedKinds, type Namespaces } from './namespaces.js';

/** A connection as far as it matters for whose ids it holds. */
export interface IdHolder {
  readonly id: string;
  readonly namespaces: Namespaces;
}

/**
 * By which identifiers of a request a connection may know the data subject. An id is one only where it was found, and where its
 * name space is declared, as the kinds it is declared for: elsewhere the same value is somebody else's.
 */
export function identifiersAt(
  { id, namespaces }: IdHolder,
  identifiers: readonly Pick<OpenIdentifier, 'kind' | 'value' | 'namespace' | 'holder'>[],
): readonly Identifier[] {
  return identifiers.flatMap(({ kind, value, namespace, holder }): readonly Identifier[] => {
    if (namespacedKind(kind) === undefined) return [{ kind, value }];
    const declared = namespacedKinds.filter((each) => namespace !== null && namespaces[each] === namespace);
    const kinds = new Set(holder === id ? [kind, ...declared] : declared);
    return [...kinds].map((each) => ({ kind: each, value }));
  });
}
