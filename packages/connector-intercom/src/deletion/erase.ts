import type { ErasureOutcome } from '@privacy-connectors/core';
import { MissingScopeError } from '@privacy-connectors/core/errors';
import { answeredWith, type CallResult } from '@privacy-connectors/core/http';
import { unwrap } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';
import type { IntercomSettings } from '../settings/intercom-settings.js';
import type { DeletionOperation } from './operation.js';
import { verify } from './verify.js';

/** Intercom deletes at once; whether it did is looked at next. */
export async function erase(
  context: IntercomContext,
  operation: DeletionOperation,
): Promise<ErasureOutcome<DeletionOperation>> {
  try {
    await send(context, operation);
  } catch (error) {
    // Gone, or redacted already: then there was nothing left to do.
    if (!answeredWith(error, 400, 404, 410, 422)) throw error;
    const seen = await verify(context, operation);
    if (seen.outcome === 'pending') throw error;
    return seen;
  }
  return { outcome: 'pending', ticket: operation, checkAfter: context.now().getTime() };
}

async function send(
  { client, signal, settings }: IntercomContext,
  operation: DeletionOperation,
): Promise<void> {
  const { kind, id } = operation;
  if (kind === 'conversation') {
    const params = { path: { conversationId: id }, query: { retain_metrics: settings.retainMetrics } };
    const result = await client.DELETE('/conversations/{conversationId}', { params, signal });
    readDeletedConversation(result, settings);
  } else if (kind === 'ticket') {
    const params = { path: { ticketId: id } };
    unwrap('deleteTicket', await client.DELETE('/tickets/{ticketId}', { params, signal }));
  } else if (kind === 'contact') {
    const params = { path: { contactId: id } };
    unwrap('deleteContact', await client.DELETE('/contacts/{contactId}', { params, signal }));
  } else {
    const body = redactionOf(operation);
    unwrap('redactConversation', await client.POST('/conversations/redact', { body, signal }));
  }
}

/** Without the metrics a permission of its own is needed, and that one is missing rather than the one for all deletions. */
function readDeletedConversation(result: CallResult, { retainMetrics }: IntercomSettings): void {
  try {
    unwrap('deleteConversation', result);
  } catch (error) {
    if (retainMetrics || !(error instanceof MissingScopeError)) throw error;
    throw new MissingScopeError(['delete_conversations_and_metrics'], error.place);
  }
}

function redactionOf({ kind, id, conversationId }: DeletionOperation) {
  const conversation_id = conversationId ?? '';
  return kind === 'source'
    ? ({ type: 'source', conversation_id, source_id: id } as const)
    : ({ type: 'conversation_part', conversation_id, conversation_part_id: id } as const);
}
