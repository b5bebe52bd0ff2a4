import type { Manifest } from '@privacy-connectors/core';

const contactScopes = ['all_contact_read', 'contact_read'] as const;
const conversationScopes = ['conversation_read'] as const;

/** Every call this connector makes, by the `operationId` in `openapi/drift.yaml`. */
export const operations = {
  tokenInformation: {
    method: 'POST',
    path: '/app/token_info',
    purpose: 'Test the connection and learn the granted scopes.',
    scopes: [],
    idempotent: true,
  },
  findContacts: {
    method: 'GET',
    path: '/contacts',
    purpose: 'Find the contacts with an e-mail; after a deletion, see that none is left.',
    scopes: contactScopes,
    idempotent: true,
  },
  getContact: {
    method: 'GET',
    path: '/contacts/{contactId}',
    purpose: 'Read one contact; after a deletion, see that it is gone and not merely unlisted.',
    scopes: contactScopes,
    idempotent: true,
  },
  listConversations: {
    method: 'GET',
    path: '/conversations/list',
    purpose: 'Learn which conversations belong to which contact; Drift cannot filter them.',
    scopes: conversationScopes,
    idempotent: true,
  },
  getConversation: {
    method: 'GET',
    path: '/conversations/{conversationId}',
    purpose: 'Read one conversation and verify whose it is.',
    scopes: conversationScopes,
    idempotent: true,
  },
  listMessages: {
    method: 'GET',
    path: '/conversations/{conversationId}/messages',
    purpose: 'Read the messages of a conversation, private notes included.',
    scopes: conversationScopes,
    idempotent: true,
  },
  downloadAttachment: {
    method: 'GET',
    path: '/attachments/{documentId}/data',
    purpose: 'Download a file of a message.',
    scopes: conversationScopes,
    idempotent: true,
    binary: true,
  },
  listUsers: {
    method: 'GET',
    path: '/users/list',
    purpose: 'See, before a deletion, whether the e-mail also belongs to a Drift user.',
    scopes: ['user_read'],
    idempotent: true,
  },
  deletePersonalData: {
    method: 'POST',
    path: '/gdpr/delete',
    purpose: 'Erase everything Drift holds under an e-mail.',
    scopes: ['gdpr_write'],
    idempotent: false,
  },
} as const satisfies Manifest['operations'];
