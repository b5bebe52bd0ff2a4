import { jsonCodec, type Codec } from '@privacy-connectors/core';

/** A conversation and the contact whose it must be. */
export type ConversationRef = { readonly conversationId: number; readonly contactId: number };

export const conversationRef: Codec<ConversationRef> = jsonCodec('reference to a conversation', {
  type: 'object',
  required: ['conversationId', 'contactId'],
  properties: { conversationId: { type: 'integer' }, contactId: { type: 'integer' } },
});
