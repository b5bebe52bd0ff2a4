import {
  jsonCodec,
  type DataRecord,
  type Json,
  type ReadPage,
  type ReadStep,
} from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { answeredWith } from '@privacy-connectors/core/http';
import { follow, skippedPage, trailSchema, type Trail } from '@privacy-connectors/core/paging';
import { plainText } from '@privacy-connectors/core/text';
import { attachmentsOf } from '../attachments/attachment-ref.js';
import { unwrap, type VendorClient } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import { conversationRef, type ConversationRef } from '../conversations/conversation-ref.js';
import type { components } from '../generated/schema.js';
import { nextValue } from '../paging/next-value.js';
import { personById } from '../people/person.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { timeOf } from '../values/time-of.js';
import { authorOf } from './author.js';

type Message = components['schemas']['Message'];
type MessagesAnswer = components['schemas']['MessagesAnswer'];

const operation = 'listMessages';

/** Reads the messages of a conversation page by page; the trail's place is the `next` parameter. */
export const messages: ReadStep<VendorClient, DriftSettings, ConversationRef, Trail> = {
  ref: conversationRef,
  cursor: jsonCodec<Trail>('place in a conversation', trailSchema),
  read,
};

async function read(
  context: DriftContext,
  ref: ConversationRef,
  cursor: Trail | null,
): Promise<ReadPage<Trail>> {
  try {
    return pageOf(await listMessages(context, ref, cursor), ref, cursor);
  } catch (error) {
    if (!answeredWith(error, 404, 410)) throw error;
    return skippedPage(
      cursor === null
        ? 'Drift no longer knows the messages of this conversation.'
        : 'Drift no longer knows the later messages of this conversation.',
    );
  }
}

async function listMessages(
  context: DriftContext,
  ref: ConversationRef,
  cursor: Trail | null,
): Promise<MessagesAnswer> {
  const path = { conversationId: ref.conversationId };
  const query = cursor === null ? {} : { next: cursor.place };
  const result = await context.client.GET('/conversations/{conversationId}/messages', {
    params: { path, query },
    signal: context.signal,
  });
  return unwrap(operation, result);
}

function pageOf(
  { data, pagination }: MessagesAnswer,
  ref: ConversationRef,
  cursor: Trail | null,
): ReadPage<Trail> {
  data.messages.forEach((message) => {
    verify(message, ref);
  });
  const next = nextValue(pagination, operation);
  return {
    records: data.messages.map((message) => recordOf(message, ref)),
    children: { attachments: data.messages.flatMap((message) => attachmentsOf(message, ref)) },
    next: next === null ? null : follow(cursor, next, operation),
  };
}

function verify({ conversationId }: Message, ref: ConversationRef): void {
  if ((conversationId ?? ref.conversationId) === ref.conversationId) return;
  throw new VendorContractError('A message of another conversation is among those asked for.', { operation });
}

function recordOf(message: Message, { conversationId, contactId }: ConversationRef): DataRecord {
  const { id, author, type, body } = message;
  const createdAt = timeOf(message.createdAt);
  const by = authorOf(author, type, contactId);
  return {
    id: String(id),
    data: message as Json,
    parent: { resource: 'conversations', id: String(conversationId) },
    ...(createdAt === undefined ? {} : { occurredAt: createdAt }),
    author: by,
    people: personById(by.kind, author?.id),
    ...(typeof body === 'string' ? { text: plainText(body) } : {}),
  };
}
