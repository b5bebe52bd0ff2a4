// Generated from openapi/drift.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

import { operations } from './operations.js';

/** The part of the manifest that is facts about the vendor, from `openapi/drift.yaml`. */
export const vendor = {
  operations,
  "vendorApiVersion": "1.7",
  "baseUrl": "https://driftapi.com",
  "hosts": [
    "driftapi.com"
  ]
} as const;
