import {
  bytes,
  json,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import { conversationOf } from '../world/conversation.js';
import type { StoredConversation } from '../world/stored.js';
import type { Context } from './context.js';
import { driftError } from './errors.js';
import { guarded, type GuardedHandler } from './guarded.js';
import { listConversations } from './list-conversations.js';
import { listMessages } from './list-messages.js';
import { positiveInteger } from './numbers.js';

/** The list, one conversation, its messages, and attachments: all under `conversation_read`. */
export function conversationRoutes(context: Context): readonly Route[] {
  const reading = (operationId: string, template: string, handle: GuardedHandler): Route =>
    guarded(context, { operationId, method: 'GET', template, scopes: ['conversation_read'], handle });
  return [
    reading('listConversations', '/conversations/list', (request) => listConversations(context, request)),
    reading('getConversation', '/conversations/{conversationId}', (request) =>
      withConversation(context, request, (conversation) => json(200, { data: conversationOf(conversation) })),
    ),
    reading('listMessages', '/conversations/{conversationId}/messages', (request) =>
      withConversation(context, request, (conversation) => listMessages(context, request, conversation)),
    ),
    reading('downloadAttachment', '/attachments/{documentId}/data', (request) =>
      downloadAttachment(context, request),
    ),
  ];
}

function withConversation(
  context: Context,
  request: SimulatedRequest,
  then: (conversation: StoredConversation) => Answer,
): Answer {
  const id = positiveInteger(request.parameters['conversationId']);
  if (id === undefined) return driftError(400, 'The conversation id is not a number');
  const conversation = context.world.conversations.get(id);
  return conversation === undefined ? driftError(404, 'There is no such conversation') : then(conversation);
}

function downloadAttachment(context: Context, request: SimulatedRequest): Answer {
  const id = positiveInteger(request.parameters['documentId']);
  if (id === undefined) return driftError(400, 'The document id is not a number');
  const found = context.world.attachment(id);
  return found === undefined
    ? driftError(404, 'There is no such document')
    : bytes(200, found.mimeType, found.bytes);
}
