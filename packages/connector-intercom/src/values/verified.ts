import { VendorContractError } from '@privacy-connectors/core/errors';

/** @throws VendorContractError when the vendor answered with another thing than the one asked for. */
export function verified<Thing extends { readonly id: string }>(
  thing: Thing,
  id: string,
  operation: string,
): Thing {
  if (thing.id === id) return thing;
  throw new VendorContractError('Intercom answered with another thing than the one asked for.', {
    operation,
  });
}
