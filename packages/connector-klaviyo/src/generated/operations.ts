// Generated from openapi/klaviyo.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

/** Every call this connector makes, by the `operationId` in `openapi/klaviyo.yaml`. */
export const operations = {
  "getAccounts": {
    "method": "GET",
    "path": "/api/accounts",
    "purpose": "Test the key and learn which account it belongs to.",
    "usedFor": [
      "connection"
    ],
    "scopes": [
      "accounts:read"
    ],
    "idempotent": true,
    "rateLimit": "XS"
  },
  "findProfiles": {
    "method": "GET",
    "path": "/api/profiles",
    "purpose": "Find the profiles with an e-mail, phone number or external id; after a deletion, see that none is left.",
    "usedFor": [
      "access",
      "deletion"
    ],
    "scopes": [
      "profiles:read"
    ],
    "idempotent": true,
    "rateLimit": "L",
    "rateLimitWhen": [
      {
        "query": "additional-fields[profile]",
        "contains": "predictive_analytics",
        "rateLimit": "M"
      }
    ]
  },
  "getProfile": {
    "method": "GET",
    "path": "/api/profiles/{id}",
    "purpose": "Read one profile with consent and predictions; after a deletion, see that it is gone.",
    "usedFor": [
      "connection",
      "access",
      "deletion"
    ],
    "scopes": [
      "profiles:read"
    ],
    "idempotent": true,
    "rateLimit": "L",
    "rateLimitWhen": [
      {
        "query": "include",
        "contains": "lists",
        "rateLimit": "XS"
      },
      {
        "query": "include",
        "contains": "segments",
        "rateLimit": "XS"
      },
      {
        "query": "additional-fields[profile]",
        "contains": "predictive_analytics",
        "rateLimit": "M"
      }
    ]
  },
  "listsOfProfile": {
    "method": "GET",
    "path": "/api/profiles/{id}/lists",
    "purpose": "Read the lists that a profile is on.",
    "usedFor": [
      "connection",
      "access"
    ],
    "scopes": [
      "lists:read"
    ],
    "idempotent": true,
    "rateLimit": "S"
  },
  "segmentsOfProfile": {
    "method": "GET",
    "path": "/api/profiles/{id}/segments",
    "purpose": "Read the segments that a profile belongs to.",
    "usedFor": [
      "connection",
      "access"
    ],
    "scopes": [
      "segments:read"
    ],
    "idempotent": true,
    "rateLimit": "S"
  },
  "pushTokensOfProfile": {
    "method": "GET",
    "path": "/api/profiles/{id}/push-tokens",
    "purpose": "Read the push tokens of a profile, with the devices they belong to.",
    "usedFor": [
      "access"
    ],
    "scopes": [
      "profiles:read"
    ],
    "idempotent": true,
    "rateLimit": "M"
  },
  "findEvents": {
    "method": "GET",
    "path": "/api/events",
    "purpose": "Read the events of a profile with the names of their metrics.",
    "usedFor": [
      "connection",
      "access"
    ],
    "scopes": [
      "events:read"
    ],
    "idempotent": true,
    "rateLimit": "XL"
  },
  "requestDeletion": {
    "method": "POST",
    "path": "/api/data-privacy-deletion-jobs",
    "purpose": "Erase a profile with everything that hangs on it.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "data-privacy:write"
    ],
    "idempotent": true,
    "rateLimit": "S"
  },
  "suppressProfiles": {
    "method": "POST",
    "path": "/api/profile-suppression-bulk-create-jobs",
    "purpose": "If the setting asks for it, keep an erased e-mail from being written to again.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "subscriptions:write",
      "profiles:write"
    ],
    "idempotent": true,
    "rateLimit": "L"
  },
  "getSuppressionJob": {
    "method": "GET",
    "path": "/api/profile-suppression-bulk-create-jobs/{id}",
    "purpose": "See whether a suppression is done.",
    "usedFor": [
      "deletion"
    ],
    "scopes": [
      "subscriptions:read"
    ],
    "idempotent": true,
    "rateLimit": "L"
  }
} as const;
