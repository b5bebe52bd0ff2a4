import type { Manifest } from '@privacy-connectors/core';
import { vendor } from '../generated/vendor.js';
import { settings } from './settings.js';

const kinds = ['email', 'phone', 'external_id'] as const;
const accessed = 'All profiles with one of the identifiers, their lists, segments, push tokens and events.';
const deleted = 'One job per profile; done once neither its id nor an identifier finds anything older.';

/** Klaviyo as data. What is a fact about Klaviyo stands in `openapi/klaviyo.yaml`. */
export const manifest = {
  ...vendor,
  contract: 1,
  id: 'klaviyo',
  title: 'Klaviyo',
  version: '0.1.0',
  auth: { kind: 'api_key', header: 'authorization', prefix: 'Klaviyo-API-Key ', rejectionStatuses: [401] },
  identifiers: { consumes: kinds, produces: kinds },
  capabilities: {
    access: { mode: 'synchronous', granularity: 'per_record', description: accessed },
    deletion: { mode: 'asynchronous', granularity: 'whole_record', description: deleted },
  },
  settings,
} as const satisfies Manifest;
