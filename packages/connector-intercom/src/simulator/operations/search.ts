import {
  json,
  jsonObjectOf,
  type Answer,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { intercomError } from './errors.js';

/** One thing of a kind that can be searched for, with the fields the search knows. */
export interface Searchable {
  readonly id: string;
  /** Values of the fields; a field with several values matches any of them. */
  readonly fields: Readonly<Record<string, readonly (string | null)[]>>;
  readonly view: unknown;
}

interface Filter {
  readonly field: string;
  readonly value: string;
}

const MOST_FILTERS = 15;
const MOST_PER_PAGE = 150;

/** A search with its cursor in the body; `name` is what the answer calls its things. */
export function search(
  context: Context,
  request: SimulatedRequest,
  known: {
    readonly name: string;
    readonly type: string;
    readonly fields: readonly string[];
    readonly things: readonly Searchable[];
  },
): Answer {
  const body = jsonObjectOf(request);
  const filters = filtersOf(body?.['query'], known.fields);
  const place = placeOf(body?.['pagination']);
  if (filters === undefined || place === undefined) return intercomError(400, 'parameter_invalid');
  const found = known.things
    .filter(({ fields }) => filters.some(({ field, value }) => fields[field]?.includes(value)))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const size = Math.min(place.perPage, context.behaviour.pageSize);
  const rest = found.filter(({ id }) => place.after === undefined || id > place.after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const next =
    rest.length > size && last !== undefined ? { next: { page: 2, starting_after: encode(last.id) } } : {};
  return json(200, {
    type: known.type,
    [known.name]: page.map(({ view }) => view),
    total_count: found.length,
    pages: { type: 'pages', page: 1, per_page: size, total_pages: Math.ceil(found.length / size), ...next },
  });
}

/** One filter, or up to fifteen of which one has to hold. */
function filtersOf(query: unknown, fields: readonly string[]): readonly Filter[] | undefined {
  const { operator, value } = (query ?? {}) as { readonly operator?: unknown; readonly value?: unknown };
  const group: readonly unknown[] = operator === 'OR' && Array.isArray(value) ? value : [query];
  if (group.length === 0 || group.length > MOST_FILTERS) return undefined;
  const filters = group.map((each) => filterOf(each, fields));
  return filters.every((filter) => filter !== undefined) ? filters : undefined;
}

function filterOf(filter: unknown, fields: readonly string[]): Filter | undefined {
  const { field, operator, value } = (filter ?? {}) as Readonly<Record<string, unknown>>;
  const valid =
    typeof field === 'string' && fields.includes(field) && operator === '=' && typeof value === 'string';
  return valid ? { field, value } : undefined;
}

function placeOf(
  pagination: unknown,
): { readonly perPage: number; readonly after: string | undefined } | undefined {
  const { per_page: perPage = 20, starting_after: cursor } = (pagination ?? {}) as Readonly<
    Record<string, unknown>
  >;
  if (!isPageSize(perPage)) return undefined;
  if (cursor === undefined) return { perPage, after: undefined };
  const after = decode(cursor);
  return after === undefined ? undefined : { perPage, after };
}

function isPageSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_PER_PAGE;
}

function encode(id: string): string {
  return Buffer.from(`after:${id}`).toString('base64');
}

/** Undefined for a text that no answer gave. */
function decode(cursor: unknown): string | undefined {
  if (typeof cursor !== 'string') return undefined;
  return /^after:(.+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
}
