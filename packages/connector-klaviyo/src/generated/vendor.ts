// Generated from openapi/klaviyo.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

import { operations } from './operations.js';

/** The part of the manifest that is facts about the vendor, from `openapi/klaviyo.yaml`. */
export const vendor = {
  operations,
  "vendorApiVersion": "2026-07-15",
  "baseUrl": "https://a.klaviyo.com",
  "hosts": [
    "a.klaviyo.com"
  ],
  "settings": {
    "baseUrl": {
      "type": "string",
      "default": "https://a.klaviyo.com",
      "description": "Klaviyo's API up to the host, or a loopback address."
    },
    "suppressAfterDeletion": {
      "type": "boolean",
      "default": false,
      "description": "Whether the e-mail is suppressed once its profiles are gone, so that no marketing is sent to it if it comes back. Klaviyo then keeps a new, suppressed profile with nothing but the e-mail."
    },
    "verifyEverySeconds": {
      "type": "number",
      "default": 3600,
      "description": "Pause between two looks at a deletion; at most a day."
    },
    "verifyForSeconds": {
      "type": "number",
      "default": 1209600,
      "description": "After this a deletion ends as unverified; at most a year."
    }
  },
  "auth": {
    "kind": "api_key",
    "header": "authorization",
    "prefix": "Klaviyo-API-Key ",
    "rejectionStatuses": [
      401
    ]
  },
  "identifiers": {
    "consumes": [
      "email",
      "phone",
      "external_id"
    ],
    "produces": [
      "email",
      "phone",
      "external_id"
    ]
  },
  "capabilities": {
    "access": {
      "mode": "synchronous",
      "granularity": "per_record",
      "description": "All profiles with one of the identifiers, their lists, segments, push tokens and events."
    },
    "deletion": {
      "mode": "asynchronous",
      "granularity": "whole_record",
      "description": "One job per profile; done once neither its id nor an identifier finds anything older."
    }
  },
  "scopes": {
    "accounts:read": {
      "title": "Read the account",
      "neededFor": [],
      "description": "Tells which account the key belongs to."
    },
    "profiles:read": {
      "title": "Read profiles",
      "neededFor": [
        "access",
        "deletion"
      ],
      "description": "To find them, and to see them gone."
    },
    "lists:read": {
      "title": "Read lists",
      "neededFor": [
        "access"
      ],
      "description": "To read the lists of a profile."
    },
    "segments:read": {
      "title": "Read segments",
      "neededFor": [
        "access"
      ],
      "description": "To read the segments of a profile."
    },
    "events:read": {
      "title": "Read events",
      "neededFor": [
        "access"
      ],
      "description": "To read the events of a profile."
    },
    "data-privacy:write": {
      "title": "Erase profiles",
      "neededFor": [
        "deletion"
      ],
      "description": "The only way to erase."
    },
    "subscriptions:write": {
      "title": "Suppress",
      "neededFor": [],
      "description": "With suppressAfterDeletion only."
    },
    "profiles:write": {
      "title": "Change profiles",
      "neededFor": [],
      "description": "With suppressAfterDeletion only: to suppress."
    },
    "subscriptions:read": {
      "title": "Read jobs",
      "neededFor": [],
      "description": "With suppressAfterDeletion only: to see it done."
    }
  },
  "rateLimits": {
    "XS": {
      "per": "operation",
      "limits": [
        {
          "requests": 1,
          "seconds": 1
        },
        {
          "requests": 15,
          "seconds": 60,
          "headers": {
            "limit": "ratelimit-limit",
            "remaining": "ratelimit-remaining",
            "reset": "ratelimit-reset",
            "resetIn": "seconds"
          }
        }
      ]
    },
    "S": {
      "per": "operation",
      "limits": [
        {
          "requests": 3,
          "seconds": 1
        },
        {
          "requests": 60,
          "seconds": 60,
          "headers": {
            "limit": "ratelimit-limit",
            "remaining": "ratelimit-remaining",
            "reset": "ratelimit-reset",
            "resetIn": "seconds"
          }
        }
      ]
    },
    "M": {
      "per": "operation",
      "limits": [
        {
          "requests": 10,
          "seconds": 1
        },
        {
          "requests": 150,
          "seconds": 60,
          "headers": {
            "limit": "ratelimit-limit",
            "remaining": "ratelimit-remaining",
            "reset": "ratelimit-reset",
            "resetIn": "seconds"
          }
        }
      ]
    },
    "L": {
      "per": "operation",
      "limits": [
        {
          "requests": 75,
          "seconds": 1
        },
        {
          "requests": 700,
          "seconds": 60,
          "headers": {
            "limit": "ratelimit-limit",
            "remaining": "ratelimit-remaining",
            "reset": "ratelimit-reset",
            "resetIn": "seconds"
          }
        }
      ]
    },
    "XL": {
      "per": "operation",
      "limits": [
        {
          "requests": 350,
          "seconds": 1
        },
        {
          "requests": 3500,
          "seconds": 60,
          "headers": {
            "limit": "ratelimit-limit",
            "remaining": "ratelimit-remaining",
            "reset": "ratelimit-reset",
            "resetIn": "seconds"
          }
        }
      ]
    }
  },
  "resources": {
    "profiles": {
      "title": "Profiles",
      "description": "Who the person is: contact details, location, own properties, consent and predictions.",
      "dataCategories": [
        "user.contact",
        "user.name",
        "user.unique_id",
        "user.location",
        "user.behavior"
      ],
      "lookup": "locate",
      "binary": false,
      "erasure": "deferred",
      "vendorKeeps": "The contact details, on a list of deleted profiles, as a record of the deletion."
    },
    "lists": {
      "title": "Lists",
      "description": "Lists that a profile is on.",
      "dataCategories": [
        "user.behavior"
      ],
      "lookup": "parent",
      "parent": "profiles",
      "binary": false,
      "erasure": "with_parent",
      "vendorKeeps": ""
    },
    "segments": {
      "title": "Segments",
      "description": "Groups that Klaviyo computed a profile to belong to.",
      "dataCategories": [
        "user.behavior"
      ],
      "lookup": "parent",
      "parent": "profiles",
      "binary": false,
      "erasure": "with_parent",
      "vendorKeeps": ""
    },
    "pushTokens": {
      "title": "Push tokens",
      "description": "Apps and devices that receive notifications.",
      "dataCategories": [
        "user.device"
      ],
      "lookup": "parent",
      "parent": "profiles",
      "binary": false,
      "erasure": "with_parent",
      "vendorKeeps": ""
    },
    "events": {
      "title": "Events",
      "description": "What the person did and received, with all details.",
      "dataCategories": [
        "user.behavior"
      ],
      "lookup": "parent",
      "parent": "profiles",
      "binary": false,
      "erasure": "with_parent",
      "vendorKeeps": "Events and records of sent messages, with the personal details replaced."
    }
  },
  "notCovered": [
    {
      "what": "Conversations, reviews, coupon codes and records of custom objects",
      "why": "They do not hang on a profile in a way that this connector reads.",
      "remedy": "Use Klaviyo's export of the profile.",
      "capability": "access"
    }
  ],
  "sources": [
    {
      "title": "API descriptions",
      "url": "https://github.com/klaviyo/openapi",
      "confidence": "documented"
    },
    {
      "title": "Limits",
      "url": "https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling",
      "confidence": "documented"
    },
    {
      "title": "Erasure",
      "url": "https://developers.klaviyo.com/en/reference/data_privacy_api_overview",
      "confidence": "documented"
    },
    {
      "title": "What an erasure leaves",
      "url": "https://help.klaviyo.com/hc/en-us/articles/360004217631",
      "confidence": "documented"
    },
    {
      "title": "Deletion does not suppress",
      "url": "https://help.klaviyo.com/hc/en-us/articles/115005073867",
      "confidence": "documented"
    },
    {
      "title": "An erasure takes up to 14 days (DataGrail)",
      "confidence": "client"
    }
  ]
} as const;
