import type { Manifest } from '@privacy-connectors/core';
import { vendor } from '../generated/vendor.js';
import { notCovered } from './not-covered.js';
import { resources } from './resources.js';
import { scopes } from './scopes.js';
import { settings } from './settings.js';
import { sources } from './sources.js';

/** Intercom as data. */
export const manifest = {
  ...vendor,
  contract: 1,
  id: 'intercom',
  title: 'Intercom',
  version: '0.1.0',
  auth: {
    kind: 'oauth2',
    authorizationUrl: 'https://app.intercom.io/oauth',
    tokenPath: '/auth/eagle/token',
    clientAuthentication: 'client_secret_post',
    pkce: false,
    scopesInAuthorizationUrl: false,
    staticToken: true,
    defaultTokenLifetimeSeconds: null,
    rejectionStatuses: [401],
  },
  scopes,
  rateLimits: {
    api: {
      limits: [
        {
          requests: Math.floor(settings.vendorRequestsPerMinute.default / 6),
          seconds: 10,
          headers: {
            limit: 'x-ratelimit-limit',
            remaining: 'x-ratelimit-remaining',
            reset: 'x-ratelimit-reset',
            resetIn: 'epoch_seconds',
          },
        },
      ],
      per: 'connection',
    },
  },
  identifiers: { consumes: ['email', 'phone', 'external_id'], produces: ['email', 'phone', 'external_id'] },
  capabilities: {
    access: {
      mode: 'synchronous',
      granularity: 'per_record',
      description:
        'Users and leads by e-mail, phone number or external id; then the companies, notes, events, conversations and tickets of each.',
    },
    deletion: {
      mode: 'synchronous',
      granularity: 'per_record',
      description:
        'Conversations and tickets that are the person’s alone are deleted, messages in conversations with others are redacted, and then the contact is deleted. Each is confirmed by reading it again.',
    },
  },
  resources,
  settings,
  notCovered,
  disconnection: {
    manualSteps: [
      'In Intercom, open Settings > Integrations > App Store, find the app of this connection and uninstall it.',
      'A token made in the Developer Hub: open the app there, and under Authentication regenerate its token, or delete the app.',
    ],
  },
  sources,
} as const satisfies Manifest;
