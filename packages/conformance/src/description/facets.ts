import { elementsOf, isMembers, membersOf, type Members } from './members.js';
import { dereference } from './references.js';

/** One schema object without references and branches. A value is described by several of them at once. */
export type Facet = Members;

/** What a description says about a member of an object. */
export interface DescribedMember {
  readonly facets: readonly Facet[];
  /** False when the name is data: the object is a map with keys of any kind. */
  readonly named: boolean;
}

const branches = ['allOf', 'anyOf', 'oneOf'] as const;

/** The schema and everything it is combined of, whichever alternative holds. */
export function facetsOf(document: Members, schema: unknown): readonly Facet[] {
  return collect(document, schema, new Set());
}

function collect(document: Members, schema: unknown, seen: Set<unknown>): readonly Facet[] {
  if (schema === true) return [{}];
  if (!isMembers(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref: reference, ...own } = schema;
  const target = reference === undefined ? [] : [dereference(document, { $ref: reference })];
  const parts = [...target, ...branches.flatMap((branch) => elementsOf(schema[branch]))];
  return [own, ...parts.flatMap((part) => collect(document, part, seen))];
}

/** What is said about the member of that name; undefined when nothing is. */
export function memberOf(
  document: Members,
  facets: readonly Facet[],
  name: string,
): DescribedMember | undefined {
  const named = facets.flatMap(({ properties }) => {
    const members = membersOf(properties);
    return Object.hasOwn(members, name) ? [members[name]] : [];
  });
  const schemas = named.length > 0 ? named : facets.flatMap(mapSchemas);
  if (schemas.length === 0) return undefined;
  return { facets: schemas.flatMap((schema) => facetsOf(document, schema)), named: named.length > 0 };
}

/** A map says what its values are; `additionalProperties: true` says nothing. */
function mapSchemas({ additionalProperties }: Facet): readonly unknown[] {
  return isMembers(additionalProperties) && Object.keys(additionalProperties).length > 0
    ? [additionalProperties]
    : [];
}

/** What is said about the elements of an array. */
export function elementFacets(document: Members, facets: readonly Facet[]): readonly Facet[] {
  return facets
    .flatMap(({ items, prefixItems }) => [items, ...elementsOf(prefixItems)])
    .flatMap((schema) => facetsOf(document, schema));
}

/** Whether the object has named members only, so that a name that is not among them is the vendor's and no data. */
export function hasFixedNames(facets: readonly Facet[]): boolean {
  const declares = facets.some(({ properties }) => properties !== undefined);
  return declares && facets.every(({ additionalProperties }) => (additionalProperties ?? false) === false);
}
