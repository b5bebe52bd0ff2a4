import {
  json,
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { StoredConversation, StoredPart } from '../world/stored.js';
import { conversationSummaryView, conversationView, type FindContact } from '../world/views.js';
import type { Context } from './context.js';
import { intercomError } from './errors.js';
import { guarded } from './guarded.js';
import { search } from './search.js';

/** Search, read, redact and delete conversations. */
export function conversationRoutes(context: Context): readonly Route[] {
  const template = '/conversations/{conversationId}';
  return [
    guarded(context, {
      operationId: 'searchConversations',
      method: 'POST',
      template: '/conversations/search',
      scopes: ['read_conversations'],
      handle: (request) => searchConversations(context, request),
    }),
    guarded(context, {
      operationId: 'redactConversation',
      method: 'POST',
      template: '/conversations/redact',
      scopes: ['write_conversations'],
      handle: (request) => redact(context, request),
    }),
    guarded(context, {
      operationId: 'getConversation',
      method: 'GET',
      template,
      scopes: ['read_conversations'],
      handle: (request) =>
        withConversation(context, request.parameters['conversationId'], (found) =>
          json(200, conversationView(found, findIn(context))),
        ),
    }),
    guarded(context, {
      operationId: 'deleteConversation',
      method: 'DELETE',
      template,
      scopes: ['write_conversations'],
      handle: (request, scopes) => deleteConversation(context, request, scopes),
    }),
  ];
}

export function findIn({ world }: Context): FindContact {
  return (id) => world.contacts.find((contact) => contact.id === id);
}

function searchConversations(context: Context, request: SimulatedRequest): Answer {
  const things = context.world.conversations.map((conversation) => ({
    id: conversation.id,
    fields: { id: [conversation.id], contact_ids: conversation.contactIds },
    view: conversationSummaryView(conversation, findIn(context)),
  }));
  const fields = ['id', 'contact_ids'];
  return search(context, request, { name: 'conversations', type: 'conversation.list', fields, things });
}

function deleteConversation(
  context: Context,
  { parameters, query }: SimulatedRequest,
  scopes: readonly string[],
): Answer {
  const withMetrics = query.get('retain_metrics') === 'false';
  if (withMetrics && !scopes.includes('delete_conversations_and_metrics')) return intercomError(403);
  return withConversation(context, parameters['conversationId'], (found) => {
    context.world.delete(found);
    return json(200, { id: found.id, object: 'conversation', deleted: true });
  });
}

function redact(context: Context, request: SimulatedRequest): Answer {
  const {
    type,
    conversation_id: id,
    conversation_part_id: partId,
    source_id: sourceId,
  } = jsonObjectOf(request) ?? {};
  if (type !== 'conversation_part' && type !== 'source') return intercomError(400, 'type_mismatch');
  return withConversation(context, id, (found) => {
    const part =
      type === 'source' ? sourceOf(found, sourceId) : found.parts.find((each) => each.id === partId);
    if (part === undefined) return intercomError(404);
    if (!isRedactable(part)) return intercomError(400, 'conversation_part_not_redactable');
    context.world.redact(part);
    return json(200, conversationView(found, findIn(context)));
  });
}

function sourceOf({ source }: StoredConversation, id: unknown): StoredPart | undefined {
  return source.id === id ? source : undefined;
}

function isRedactable({ type, author, body, redacted }: StoredPart): boolean {
  return !redacted && body !== null && (type !== 'source' || author.type === 'contact');
}

function withConversation(
  { world }: Context,
  id: unknown,
  then: (conversation: StoredConversation) => Answer,
): Answer {
  const conversation = world.conversations.find((each) => each.id === id);
  return conversation === undefined ? intercomError(404) : then(conversation);
}
