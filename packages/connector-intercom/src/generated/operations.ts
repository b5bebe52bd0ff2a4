// Generated from openapi/intercom.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

/** Every call this connector makes, by the `operationId` in `openapi/intercom.yaml`. */
export const operations = {
  "me": {
    "method": "GET",
    "path": "/me",
    "purpose": "Test the connection and learn the workspace and its region.",
    "usedFor": [
      "connection"
    ],
    "scopes": [],
    "idempotent": true,
    "rateLimit": "api"
  },
  "uninstall": {
    "method": "POST",
    "path": "/auth/uninstall",
    "purpose": "End the access of an OAuth app, whose token is dead afterwards.",
    "usedFor": [
      "disconnection"
    ],
    "scopes": [],
    "idempotent": false,
    "rateLimit": "api"
  },
  "searchContacts": {
    "method": "POST",
    "path": "/contacts/search",
    "purpose": "Find the users and leads with an e-mail, a phone number or an external id.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "read_users_companies"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "getContact": {
    "method": "GET",
    "path": "/contacts/{contactId}",
    "purpose": "Read one contact; after a deletion, see that it is gone.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "read_single_user"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "deleteContact": {
    "method": "DELETE",
    "path": "/contacts/{contactId}",
    "purpose": "Delete a contact for good.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "write_users_companies"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "listCompanies": {
    "method": "GET",
    "path": "/contacts/{contactId}/companies",
    "purpose": "List the companies a contact is attached to.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "read_users_companies"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "listNotes": {
    "method": "GET",
    "path": "/contacts/{contactId}/notes",
    "purpose": "List what teammates noted about a contact.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "read_users_companies"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "listEvents": {
    "method": "GET",
    "path": "/events",
    "purpose": "List the events of a contact of the last 90 days.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "read_events"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "searchConversations": {
    "method": "POST",
    "path": "/conversations/search",
    "purpose": "List the conversations of a contact, without what was said in them.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "read_conversations"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "redactConversation": {
    "method": "POST",
    "path": "/conversations/redact",
    "purpose": "Redact one message of the person in a conversation with others.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "write_conversations"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "getConversation": {
    "method": "GET",
    "path": "/conversations/{conversationId}",
    "purpose": "Read what was said in a conversation, and whose it is; after a deletion, see that it is gone.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "read_conversations"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "deleteConversation": {
    "method": "DELETE",
    "path": "/conversations/{conversationId}",
    "purpose": "Delete a conversation for everybody in it, for good.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "write_conversations"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "searchTickets": {
    "method": "POST",
    "path": "/tickets/search",
    "purpose": "List the tickets of a contact.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "read_tickets"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "getTicket": {
    "method": "GET",
    "path": "/tickets/{ticketId}",
    "purpose": "Read the replies to a ticket, and whose it is; after a deletion, see that it is gone.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "read_tickets"
    ],
    "idempotent": true,
    "rateLimit": "api"
  },
  "deleteTicket": {
    "method": "DELETE",
    "path": "/tickets/{ticketId}",
    "purpose": "Delete a ticket with its replies, attributes and files, for good.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "write_tickets"
    ],
    "idempotent": true,
    "rateLimit": "api"
  }
} as const;
