import type { Pending } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import { nextLook } from './next-look.js';
import { ticketOf, type DeletionOperation, type DeletionTicket } from './operation.js';

/** Drift accepts the erasure and does it later. A contact is never removed instead: that would only unlist it. */
export async function erase(
  context: DriftContext,
  operation: DeletionOperation,
): Promise<Pending<DeletionTicket>> {
  await askForErasure(context, operation.email);
  return { outcome: 'pending', ticket: ticketOf(operation), checkAfter: nextLook(context) };
}

/** Any success is an acceptance, whatever it says; only a page of HTML is no word of an API. */
async function askForErasure({ client, signal }: DriftContext, email: string): Promise<void> {
  const result = await client.POST('/gdpr/delete', { body: { email }, parseAs: 'text', signal });
  unwrap('deletePersonalData', result);
  if (result.data?.trimStart().startsWith('<') !== true) return;
  throw new VendorContractError('The vendor answered with a page instead of accepting the erasure.', {
    operation: 'deletePersonalData',
    status: result.response.status,
  });
}
