import { agentOf } from './user.js';
import type { StoredConversation } from './stored.js';

/** A conversation as the list answers it. */
export interface ConversationSummary {
  readonly id: number;
  readonly contactId: number;
  readonly inboxId: number;
  readonly status: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A conversation as a look-up by id answers it. */
export interface Conversation extends ConversationSummary {
  readonly participants: readonly number[];
  readonly relatedPlaybookId?: number;
  readonly conversationTags: readonly { readonly color: string; readonly name: string }[];
}

export function summaryOf(stored: StoredConversation): ConversationSummary {
  return {
    id: stored.id,
    contactId: stored.contact.id,
    inboxId: 700_001,
    status: stored.status,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
  };
}

export function conversationOf(stored: StoredConversation): Conversation {
  return {
    ...summaryOf(stored),
    participants: [agentOf(stored.ordinal)],
    ...(stored.ordinal % 2 === 0 ? { relatedPlaybookId: 2_500_001 } : {}),
    conversationTags: [{ color: 'AA33CC', name: `billing ${stored.contact.person.canary}` }],
  };
}
