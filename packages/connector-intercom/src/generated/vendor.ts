// Generated from openapi/intercom.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

import { operations } from './operations.js';

/** The part of the manifest that is facts about the vendor, from `openapi/intercom.yaml`. */
export const vendor = {
  operations,
  "vendorApiVersion": "2.16",
  "baseUrl": "https://api.intercom.io",
  "hosts": [
    "api.intercom.io",
    "api.eu.intercom.io",
    "api.au.intercom.io"
  ]
} as const;
