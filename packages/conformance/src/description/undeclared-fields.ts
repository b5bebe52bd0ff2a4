import type { Json } from '@privacy-connectors/core';
import { elementFacets, facetsOf, hasFixedNames, memberOf, type Facet } from './facets.js';
import type { Members } from './members.js';
import { maskedPointer } from './schema-mismatches.js';

/**
 * Where a value has members that its schema does not know, as JSON pointers with `*` for the elements of arrays. Only names
 * that are the vendor's are told: in a map, names are data.
 */
export function undeclaredFields(document: Members, schema: unknown, value: Json): readonly string[] {
  return [...new Set(fieldsOf(document, facetsOf(document, schema), value, ''))];
}

function fieldsOf(
  document: Members,
  facets: readonly Facet[],
  value: Json,
  pointer: string,
): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isArray(value)) {
    const elements = elementFacets(document, facets);
    return value.flatMap((element) => fieldsOf(document, elements, element, `${pointer}/*`));
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const member = memberOf(document, facets, name);
    if (member === undefined)
      return hasFixedNames(facets) ? [maskedPointer(`${pointer}/${escaped(name)}`)] : [];
    return fieldsOf(document, member.facets, inner, `${pointer}/${member.named ? name : '*'}`);
  });
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
