import type { IdentifierKind } from '@privacy-connectors/core';
import type { KnownIdentifier } from './known-identifier.js';
import { namespacedKinds, type Namespaces } from './namespaces.js';

/** An identifier to search a connection by, and as which kind. */
export interface Search {
  /** Of the identifier. */
  readonly number: number;
  readonly kind: IdentifierKind;
}

/** What a connection can be searched by. */
export interface Searchable {
  readonly consumes: readonly IdentifierKind[];
  readonly namespaces: Namespaces;
}

/** All a connection can be searched by of these identifiers. An id goes only where its very name space is declared. */
export function searchesOf(
  connection: Searchable,
  identifiers: readonly KnownIdentifier[],
): readonly Search[] {
  return identifiers
    .filter(({ use }) => use === 'search')
    .flatMap((identifier) =>
      kindsFor(connection, identifier).map((kind) => ({ number: identifier.number, kind })),
    );
}

function kindsFor(
  { consumes, namespaces }: Searchable,
  identifier: KnownIdentifier,
): readonly IdentifierKind[] {
  const { kind, namespace } = identifier;
  if (kind === 'email' || kind === 'phone') return consumes.includes(kind) ? [kind] : [];
  if (namespace === null) return [];
  return namespacedKinds.filter((each) => consumes.includes(each) && namespaces[each] === namespace);
}
