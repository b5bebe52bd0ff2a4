import { json, type Answer } from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { intercomError } from './errors.js';

const DEFAULT_PER_PAGE = 15;

/** How many things a list has; `itemAt` makes the one of that position. */
export interface Listed {
  readonly count: number;
  readonly itemAt: (index: number) => unknown;
}

/** A list with page numbers. */
export function numberedList(
  { behaviour }: Context,
  query: URLSearchParams,
  { count, itemAt }: Listed,
): Answer {
  const page = positive(query.get('page'), 1);
  const perPage = positive(query.get('per_page'), DEFAULT_PER_PAGE);
  if (page === undefined || perPage === undefined) return intercomError(400);
  const size = Math.min(perPage, behaviour.pageSize);
  const begin = (page - 1) * size;
  const length = Math.max(0, Math.min(size, count - begin));
  return json(200, {
    type: 'list',
    data: Array.from({ length }, (_, index) => itemAt(begin + index)),
    total_count: count,
    pages: { type: 'pages', next: null, page, per_page: size, total_pages: Math.ceil(count / size) },
  });
}

export function positive(text: string | null, otherwise: number): number | undefined {
  if (text === null) return otherwise;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
