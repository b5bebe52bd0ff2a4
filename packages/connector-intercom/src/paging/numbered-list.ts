import { VendorContractError } from '@privacy-connectors/core/errors';
import type { components } from '../generated/schema.js';

const PER_PAGE = 50;

/** Query of a page; `place` is its number as text, null for the first page. */
export function numberedQuery(place: string | null): { readonly page: number; readonly per_page: number } {
  return { page: Number(place ?? '1'), per_page: PER_PAGE };
}

/**
 * The number of the page after the one that was answered, as text, or null at the end.
 * @throws VendorContractError when there is more but no way to it; stopping there would lose data.
 */
export function nextNumber(list: components['schemas']['NumberedList'], operation: string): string | null {
  const { pages, data, total_count: total = 0 } = list;
  if (pages) return pages.page < pages.total_pages ? String(pages.page + 1) : null;
  if (total <= data.length) return null;
  throw new VendorContractError('A list goes on, but Intercom does not say where.', { operation });
}
