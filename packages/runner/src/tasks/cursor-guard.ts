import type { Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { canonicalJson } from '../audit/canonical-json.js';

/**
 * A listing that hands out the place it was just asked for would never end.
 * @throws VendorContractError when it does.
 */
export function assertMovesOn(cursor: Json | null, next: Json | null): void {
  if (cursor !== null && next !== null && canonicalJson(cursor) === canonicalJson(next)) {
    throw new VendorContractError(
      'The vendor answered with the same page twice, so the listing would never end.',
    );
  }
}
