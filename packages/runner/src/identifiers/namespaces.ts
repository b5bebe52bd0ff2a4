import type { Connector, IdentifierKind } from '@privacy-connectors/core';
import { InputError } from '../errors/runner-error.js';

/** Kinds whose values mean something only within a name space: whose id is it? */
export const namespacedKinds = ['user_id', 'external_id'] as const satisfies readonly IdentifierKind[];

/** One of {@link namespacedKinds}. */
export type NamespacedKind = (typeof namespacedKinds)[number];

/** Whose ids a connection holds, by kind, as the installation declares it. */
export type Namespaces = { readonly [Kind in NamespacedKind]?: string };

const pattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** True for a text that may name a name space. */
export function isNamespaceName(text: string): boolean {
  return pattern.test(text);
}

/** The kind itself, when its values need a name space. */
export function namespacedKind(kind: string): NamespacedKind | undefined {
  return namespacedKinds.find((known) => known === kind);
}

/**
 * Checks declared name spaces against what the connector can search by and find.
 * @throws InputError that names the kinds that may be declared.
 */
export function checkNamespaces(
  { manifest }: Connector,
  given: Readonly<Record<string, string>>,
): Namespaces {
  const { consumes, produces } = manifest.identifiers;
  const known = namespacedKinds.filter((kind) => consumes.includes(kind) || produces.includes(kind));
  for (const [kind, name] of Object.entries(given)) {
    if (!known.some((each) => each === kind)) throw new InputError(unknownKind(manifest.title, known));
    if (!isNamespaceName(name)) throw new InputError(badName);
  }
  return given;
}

const badName =
  'The name of a name space has 1 to 63 letters, digits, dots, hyphens or underscores, and begins with a letter or digit: write --namespace external_id=shop.';

function unknownKind(title: string, known: readonly string[]): string {
  return known.length === 0
    ? `${title} holds no ids of other systems, so --namespace has no meaning for it.`
    : `${title} holds ids of the kind ${known.join(' and ')} only: write --namespace ${known[0] ?? ''}=NAME.`;
}
