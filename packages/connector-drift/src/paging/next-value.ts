import { VendorContractError } from '@privacy-connectors/core/errors';
import type { components } from '../generated/schema.js';

/**
 * The `next` parameter of the following page out of `pagination`, or null at the end.
 * @throws VendorContractError when there is more but no way to it; stopping there would lose data.
 */
export function nextValue(
  pagination: components['schemas']['Pagination'] | undefined,
  operation: string,
): string | null {
  const next = String(pagination?.next ?? '');
  const more = pagination?.more ?? null;
  if (more === false || (more === null && next === '')) return null;
  if (next !== '') return next;
  throw new VendorContractError('A listing goes on, but Drift does not say where.', { operation });
}
