/** Ids as large as those seen at Drift: beyond 31 bits, far below 2^53. A message's and an attachment's id tell where it is. */
const CONTACTS = 20_000_000_000;
const CONVERSATIONS = 3_900_000_000;
const MESSAGES = 15_000_000_000;
const ATTACHMENTS = 30_000_000_000;
const MESSAGES_PER_CONVERSATION = 1_000_000;
const ATTACHMENTS_PER_CONVERSATION = 1_000;

export const ORGANISATION_ID = 700_001;
export const BOT_USER_ID = 5_100_000;

export function contactId(ordinal: number): number {
  return CONTACTS + ordinal;
}

export function conversationId(ordinal: number): number {
  return CONVERSATIONS + ordinal;
}

export function messageId(conversationOrdinal: number, index: number): number {
  return MESSAGES + conversationOrdinal * MESSAGES_PER_CONVERSATION + index;
}

export function attachmentId(conversationOrdinal: number, index: number): number {
  return ATTACHMENTS + conversationOrdinal * ATTACHMENTS_PER_CONVERSATION + index;
}

/** Which attachment of which conversation an id belongs to. */
export function placeOfAttachment(id: number): { readonly conversationId: number; readonly index: number } {
  const position = id - ATTACHMENTS;
  const index = position % ATTACHMENTS_PER_CONVERSATION;
  return { conversationId: conversationId((position - index) / ATTACHMENTS_PER_CONVERSATION), index };
}
