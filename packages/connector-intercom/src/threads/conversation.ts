import { unwrap } from '../generated/client.js';
import type { components } from '../generated/schema.js';
import { nextPlace, searchBody, withContact } from '../paging/search.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { verified } from '../values/verified.js';
import { withoutOthers } from './participants.js';
import type { ThreadKind } from './thread-kind.js';

const search = 'searchConversations';

/** Conversations: a source, with which they began, and parts. */
export const conversation: ThreadKind<components['schemas']['ConversationSummary']> = {
  resource: 'conversations',
  messages: 'messages',
  search,
  async list({ client, signal }, contactId, place) {
    const body = searchBody(withContact(contactId), place);
    const { conversations, pages } = unwrap(
      search,
      await client.POST('/conversations/search', { body, signal }),
    );
    return { things: conversations, next: nextPlace(pages) };
  },
  async get({ client, signal }, conversationId) {
    const params = { path: { conversationId } };
    const result = await client.GET('/conversations/{conversationId}', { params, signal });
    if (result.response.status === 404) return null;
    const {
      id,
      contacts,
      source,
      conversation_parts: rest,
    } = verified(unwrap('getConversation', result), conversationId, 'getConversation');
    // The ids of sources and of parts are counted apart.
    const parts = [{ ...source, id: `${SOURCE}${source.id}` }, ...rest.conversation_parts];
    return { id, contacts, parts, total: rest.total_count + 1 };
  },
  /** Without the source, which is a message, and without a rating that another person gave. */
  describe(summary, contactId) {
    const { id, title, created_at: createdAt, conversation_rating: rating } = summary;
    const rater = textOf(rating?.contact?.id) ?? contactId;
    const foreign = rater === contactId ? [] : ['conversation_rating'];
    return {
      data: withoutOthers(summary, contactId, 'source', ...foreign),
      ...timeOf(createdAt),
      title: textOf(title) ?? `Conversation ${id}`,
    };
  },
};

/** What the id of a source begins with, among messages. */
export const SOURCE = 'source:';
