import type { ErasureOutcome } from '@privacy-connectors/core';
import type { IntercomContext } from '../client/context.js';
import { resolveContact } from '../contacts/resolve-contact.js';
import { conversation, SOURCE } from '../threads/conversation.js';
import type { ThreadKind, ThreadSummary } from '../threads/thread-kind.js';
import { ticket } from '../threads/ticket.js';
import type { DeletionOperation } from './operation.js';

type Outcome = ErasureOutcome<DeletionOperation>;
type Look = (context: IntercomContext, operation: DeletionOperation) => Promise<Outcome>;

const DELETED: Outcome = { outcome: 'deleted' };
const MERGED: Outcome = {
  outcome: 'blocked',
  remedy: 'Intercom merged the contact into another one after the plan was made. Ask for the deletion again.',
};

const looks: Readonly<Record<DeletionOperation['kind'], Look>> = {
  conversation: threadLook(conversation),
  ticket: threadLook(ticket),
  contact: contactLook,
  part: redactionLook,
  source: redactionLook,
};

/**
 * Reads the thing itself: the search lags behind, and does not show what is archived and may come back. A thing that
 * Intercom does not know (404) is gone.
 */
export function verify(context: IntercomContext, operation: DeletionOperation): Promise<Outcome> {
  return looks[operation.kind](context, operation);
}

function threadLook<Summary extends ThreadSummary>(kind: ThreadKind<Summary>): Look {
  return async (context, operation) =>
    (await kind.get(context, operation.id)) === null ? DELETED : notYet(context, operation);
}

async function contactLook(context: IntercomContext, operation: DeletionOperation): Promise<Outcome> {
  const resolved = await resolveContact(context, operation.id);
  if (resolved === 'gone') return DELETED;
  return resolved !== 'unclear' && resolved.contact.id === operation.id ? notYet(context, operation) : MERGED;
}

async function redactionLook(context: IntercomContext, operation: DeletionOperation): Promise<Outcome> {
  const thread = await conversation.get(context, operation.conversationId ?? '');
  if (thread === null) return DELETED;
  const id = operation.kind === 'source' ? `${SOURCE}${operation.id}` : operation.id;
  const isRedacted = thread.parts.some((part) => part.id === id && part.redacted === true);
  return isRedacted ? { outcome: 'redacted' } : notYet(context, operation);
}

function notYet({ now, settings }: IntercomContext, operation: DeletionOperation): Outcome {
  const checkAfter = now().getTime() + settings.verifyEverySeconds * 1000;
  return { outcome: 'pending', ticket: operation, checkAfter };
}
