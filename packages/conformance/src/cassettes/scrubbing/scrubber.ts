import type { Json } from '@privacy-connectors/core';
import type { ApiDescription, DescribedOperation } from '../../description/api-description.js';
import { elementFacets, facetsOf, memberOf, type Facet } from '../../description/facets.js';
import { nowhere } from '../pseudonyms/recognise.js';
import type { Replacement } from '../pseudonyms/pseudonyms.js';
import { filterWith } from './filter-expression.js';
import { destinationOf, fillPath } from './links.js';
import { hasType, isPublicNumber, isPublicText } from './scalars.js';

/** What a link that begins with a path is relative to. */
const here = 'https://here.invalid';

/** Names and values of a query. */
export type Query = readonly (readonly [name: string, value: string])[];

/**
 * Keeps of a message what the description declares and says nothing about anybody, puts pseudonyms for the rest of what is
 * declared, and drops what is not.
 */
export class Scrubber {
  readonly #description: ApiDescription;
  readonly #replacement: Replacement;

  constructor(description: ApiDescription, replacement: Replacement) {
    this.#description = description;
    this.#replacement = replacement;
  }

  /** A JSON value that the schema describes; undefined when the schema describes nothing of it. */
  json(schema: unknown, value: Json, origin: string): Json | undefined {
    return this.#value(facetsOf(this.#description.document, schema), { name: '', value, origin });
  }

  /** The declared parameters of a query, in alphabetical order. */
  query(operation: DescribedOperation, query: URLSearchParams, origin: string): Query {
    const kept = [...query].flatMap(([name, value]) => {
      const declared = operation.parameters.find((each) => each.place === 'query' && each.name === name);
      if (declared === undefined) return [];
      const facets = facetsOf(this.#description.document, declared.schema);
      return [[name, this.#parameter(facets, { name, value, origin })] as const];
    });
    // By name alone: values of a repeated parameter stay in their order.
    return kept.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  }

  /** A path with pseudonyms in the places of the operation's template. */
  path({ path }: DescribedOperation, values: Readonly<Record<string, string>>): string {
    const replaced = Object.entries(values).map(([name, value]) => [name, this.#replacement.text(value)]);
    return fillPath(path, Object.fromEntries(replaced) as Record<string, string>);
  }

  /** A link to an operation leads to the same one, at the vendor's own server; other links and texts are replaced. */
  text(value: string, origin: string): string {
    if (!/^(?:https?:\/\/|\/)\S*$/i.test(value) || !URL.canParse(value, here))
      return this.#replacement.text(value);
    const url = new URL(value, here);
    const destination = destinationOf(this.#description, url.pathname);
    if (destination === undefined) return this.#replacement.text(value);
    const { operation, values } = destination;
    const query = textOf(this.query(operation, url.searchParams, origin));
    const base = value.startsWith('/') ? '' : this.#serverOf(url, origin);
    return `${base}${this.path(operation, values)}${query === '' ? '' : `?${query}`}`;
  }

  /** Hosts can be named after a customer: only those that the description names are kept. */
  #serverOf(url: URL, origin: string): string {
    const [main = `https://${nowhere}`] = this.#description.servers;
    const named = this.#description.servers.find(
      (server) => URL.canParse(server) && new URL(server).origin === url.origin,
    );
    return named ?? (url.origin === origin ? main : `https://${nowhere}`);
  }

  #parameter(facets: readonly Facet[], { name, value, origin }: Found<string>): string {
    const elements = elementFacets(this.#description.document, facets);
    if (elements.length > 0) {
      const parts = value.split(',').map((part) => this.#parameter(elements, { name, value: part, origin }));
      return parts.join(',');
    }
    const number = /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
    const isPublic =
      isPublicText(facets, value) ||
      (number !== undefined && isPublicNumber(facets, name, number)) ||
      (hasType(facets, 'boolean') && /^(?:true|false)$/.test(value));
    if (isPublic) return value;
    return filterWith(value, (quoted) => this.#replacement.text(quoted)) ?? this.text(value, origin);
  }

  #value(facets: readonly Facet[], { name, value, origin }: Found<Json>): Json | undefined {
    if (facets.length === 0) return undefined;
    if (typeof value === 'string') return isPublicText(facets, value) ? value : this.text(value, origin);
    if (typeof value === 'number')
      return isPublicNumber(facets, name, value) ? value : this.#replacement.number(value);
    if (typeof value !== 'object' || value === null) return value;
    return isArray(value)
      ? this.#array(facets, { name, value, origin })
      : this.#object(facets, value, origin);
  }

  #array(facets: readonly Facet[], { name, value, origin }: Found<readonly Json[]>): Json {
    const elements = elementFacets(this.#description.document, facets);
    return value.flatMap((element) => {
      const kept = this.#value(elements, { name, value: element, origin });
      return kept === undefined ? [] : [kept];
    });
  }

  #object(facets: readonly Facet[], value: { readonly [name: string]: Json }, origin: string): Json {
    const kept = Object.entries(value).flatMap(([name, inner]) => {
      const member = memberOf(this.#description.document, facets, name);
      const replaced = member && this.#value(member.facets, { name, value: inner, origin });
      if (member === undefined || replaced === undefined) return [];
      return [[member.named ? name : this.#replacement.text(name), replaced] as const];
    });
    return Object.fromEntries(kept);
  }
}

interface Found<Value> {
  /** Of the member or parameter that holds the value. */
  readonly name: string;
  readonly value: Value;
  /** Of the connection that is recorded. */
  readonly origin: string;
}

function textOf(query: Query): string {
  return query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
