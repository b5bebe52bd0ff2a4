import type { Manifest } from '@privacy-connectors/core';
import { vendor } from '../generated/vendor.js';
import { notCovered } from './not-covered.js';
import { oneBucket } from './one-bucket.js';
import { resources } from './resources.js';
import { scopes } from './scopes.js';
import { settings } from './settings.js';
import { sources } from './sources.js';

/** Drift as data. */
export const manifest = {
  ...vendor,
  contract: 1,
  id: 'drift',
  title: 'Drift',
  version: '0.1.0',
  auth: {
    kind: 'oauth2',
    authorizationUrl: 'https://dev.drift.com/authorize',
    tokenPath: '/oauth2/token',
    clientAuthentication: 'client_secret_post',
    pkce: false,
    scopesInAuthorizationUrl: false,
    staticToken: true,
    defaultTokenLifetimeSeconds: 7200,
    rejectionStatuses: [401, 403],
  },
  scopes,
  rateLimits: { all: oneBucket(settings.vendorRequestsPerSecond.default, settings.vendorBurst.default) },
  identifiers: { consumes: ['email'], produces: ['phone', 'external_id'] },
  capabilities: {
    access: {
      mode: 'asynchronous',
      granularity: 'per_record',
      description:
        'Contacts by e-mail, their conversations (found by listing all of them), the details of each, messages and attachments.',
    },
    deletion: {
      mode: 'asynchronous',
      granularity: 'whole_record',
      description:
        'Everything under an e-mail, contacts and Drift users alike, with POST /gdpr/delete; then the contacts are retrieved by the e-mail (GET /contacts) and by id, and it is confirmed once none is left.',
    },
  },
  resources,
  settings,
  notCovered,
  disconnection: {
    manualSteps: [
      'In Drift, open the settings of the organisation, and there the connected apps: remove the app of this connection.',
      'A token that was made with “Install to Drift”: open the app on dev.drift.com and uninstall it, or regenerate its token.',
    ],
  },
  sources,
} as const satisfies Manifest;
