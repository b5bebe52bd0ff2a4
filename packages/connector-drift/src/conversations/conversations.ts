import {
  noCursor,
  type DataRecord,
  type Json,
  type Person,
  type ReadPage,
  type ReadStep,
  type ScanStep,
} from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { answeredWith } from '@privacy-connectors/core/http';
import { skippedPage } from '@privacy-connectors/core/paging';
import { unwrap, type VendorClient } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { components } from '../generated/schema.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { personById, personOfUser } from '../people/person.js';
import { findUsers } from '../people/users.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { conversationRef, type ConversationRef } from './conversation-ref.js';
import { conversationScan, type ScanCursor } from './scan.js';

type Conversation = components['schemas']['Conversation'];

/** Lists all conversations, and reads one after verifying whose it is. */
export const conversations: ReadStep<VendorClient, DriftSettings, ConversationRef, never> &
  ScanStep<VendorClient, DriftSettings, ConversationRef, ScanCursor> = {
  ref: conversationRef,
  cursor: noCursor,
  read,
  ...conversationScan,
};

async function read(context: DriftContext, ref: ConversationRef): Promise<ReadPage<never>> {
  const conversation = await getConversation(context, ref.conversationId);
  if (conversation === null) return skippedPage('Drift no longer knows this conversation.');
  if (conversation.contactId !== ref.contactId)
    return skippedPage('The conversation belongs to another contact by now.');
  const people = await peopleOf(context, conversation, ref);
  return { records: [{ ...recordOf(conversation, ref), people }], children: { messages: [ref] }, next: null };
}

async function getConversation(context: DriftContext, conversationId: number): Promise<Conversation | null> {
  const params = { path: { conversationId } };
  const result = await context.client.GET('/conversations/{conversationId}', {
    params,
    signal: context.signal,
  });
  try {
    return verified(unwrap('getConversation', result).data, conversationId);
  } catch (error) {
    if (answeredWith(error, 404, 410)) return null;
    throw error;
  }
}

function verified(conversation: Conversation, conversationId: number): Conversation {
  if (conversation.id === conversationId) return conversation;
  throw new VendorContractError('Drift answered with another conversation than the one asked for.', {
    operation: 'getConversation',
  });
}

/** The contact, by id: their own record names them. And the users who take part, by name if the connection sees them. */
async function peopleOf(
  context: DriftContext,
  { participants }: Conversation,
  { contactId, conversationId }: ConversationRef,
): Promise<readonly Person[]> {
  const ids: readonly unknown[] = Array.isArray(participants) ? participants : [];
  const users = await findUsers(context, ids, () => getConversation(context, conversationId));
  const unknown = ids.filter((id) => !users.some((user) => user.id === id));
  return [
    ...personById('subject', contactId),
    ...users.map(personOfUser),
    ...unknown.flatMap((id) => personById('agent', id)),
  ];
}

function recordOf(conversation: Conversation, { contactId }: ConversationRef): DataRecord {
  const { id } = conversation;
  const createdAt = timeOf(conversation.createdAt);
  const status = textOf(conversation.status);
  const tags = namesOf(conversation.conversationTags);
  const lines = [
    ...(status === undefined ? [] : [`Status: ${status}`]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}`]),
  ];
  return {
    id: String(id),
    data: conversation as Json,
    parent: { resource: 'contacts', id: String(contactId) },
    ...(createdAt === undefined ? {} : { occurredAt: createdAt }),
    title: `Conversation ${id}`,
    text: lines.join('\n'),
  };
}

/** The names in a list of `{ name }`. */
function namesOf(tags: unknown): readonly string[] {
  if (!Array.isArray(tags)) return [];
  return tags.flatMap((tag: { readonly name?: unknown } | null) => textOf(tag?.name) ?? []);
}
