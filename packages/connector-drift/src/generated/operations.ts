// Generated from openapi/drift.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

/** Every call this connector makes, by the `operationId` in `openapi/drift.yaml`. */
export const operations = {
  "findContacts": {
    "method": "GET",
    "path": "/contacts",
    "purpose": "Find the contacts with an e-mail; after a deletion, see that none is left.",
    "usedFor": [
      "connection",
      "access",
      "deletion"
    ],
    "scopes": [
      "all_contact_read",
      "contact_read"
    ],
    "idempotent": true,
    "rateLimit": "all"
  },
  "getContact": {
    "method": "GET",
    "path": "/contacts/{contactId}",
    "purpose": "Read one contact; after a deletion, see that it is gone and not merely unlisted.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "all_contact_read",
      "contact_read"
    ],
    "idempotent": true,
    "rateLimit": "all"
  },
  "listConversations": {
    "method": "GET",
    "path": "/conversations/list",
    "purpose": "Learn which conversations belong to which contact; Drift cannot filter them.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "conversation_read"
    ],
    "idempotent": true,
    "rateLimit": "all"
  },
  "getConversation": {
    "method": "GET",
    "path": "/conversations/{conversationId}",
    "purpose": "Read one conversation and verify whose it is.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "conversation_read"
    ],
    "idempotent": true,
    "rateLimit": "all"
  },
  "listMessages": {
    "method": "GET",
    "path": "/conversations/{conversationId}/messages",
    "purpose": "Read the messages of a conversation, private notes included.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "conversation_read"
    ],
    "idempotent": true,
    "rateLimit": "all"
  },
  "downloadAttachment": {
    "method": "GET",
    "path": "/attachments/{documentId}/data",
    "purpose": "Download a file of a message.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "conversation_read"
    ],
    "idempotent": true,
    "binary": true,
    "rateLimit": "all"
  },
  "listUsers": {
    "method": "GET",
    "path": "/users/list",
    "purpose": "Know the agents of a conversation by name, and see, before a deletion, whether the e-mail also belongs to one.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "user_read"
    ],
    "idempotent": true,
    "rateLimit": "all"
  },
  "deletePersonalData": {
    "method": "POST",
    "path": "/gdpr/delete",
    "purpose": "Erase everything Drift holds under an e-mail.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "gdpr_write"
    ],
    "idempotent": false,
    "rateLimit": "all"
  },
  "tokenInformation": {
    "method": "POST",
    "path": "/app/token_info",
    "purpose": "Test the connection and learn the granted scopes.",
    "usedFor": [
      "connection"
    ],
    "scopes": [],
    "idempotent": true,
    "rateLimit": "all"
  },
  "uninstall": {
    "method": "POST",
    "path": "/app/uninstall",
    "purpose": "End the access of an OAuth app, whose token is dead afterwards.",
    "usedFor": [
      "disconnection"
    ],
    "scopes": [],
    "idempotent": false,
    "rateLimit": "all"
  }
} as const;
