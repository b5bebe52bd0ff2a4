import type { Connector, Manifest } from '@privacy-connectors/core';
import type { ApiKeyView } from '../../src/application/views/api-key-view.js';
import type {
  ConnectionTestView,
  ConnectionView,
  RemovedConnectionView,
} from '../../src/application/views/connection-view.js';
import type { RedactionItemView } from '../../src/application/views/redaction-item-view.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import type { TaskView } from '../../src/application/views/task-view.js';
import { defaultPolicy } from '../../src/redaction/policy.js';

export const requestId = '3f2a91c0-7d1e-4c55-9a57-0b6c1f9d2e11';
export const email = 'jane.canary@example.org';
export const token = 'canary-token-5f0e';

/** What a hostile vendor might put into a name: a new title, colours, a C1 introducer and a reversal of the text. */
export const hostile = 'Evil\u001b]0;title\u0007 \u001b[31mred\u001b[0m\u009b2J \u202Egnp.exe\r\nnext';

export const connection: ConnectionView = {
  name: 'support',
  connector: 'drift',
  authentication: 'static_token',
  settings: { vendorRequestsPerSecond: 5 },
  policy: defaultPolicy,
  namespaces: { external_id: 'shop' },
  grantedScopes: ['contact_read', 'gdpr_write'],
  unneededScopes: [],
  account: 'Example Incorporated',
  createdAt: '2026-03-01T10:00:00.000Z',
  state: 'connected',
  reason: null,
  manualSteps: [],
  credentialsGivenAt: '2026-03-01T10:00:00.000Z',
  credentialsExpire: true,
  lastUsedAt: '9999-01-01T00:00:00.000Z',
  rateBudgets: [
    {
      name: 'all',
      declared: [{ requestsPerSecond: 5, burst: 10 }],
      limits: [{ requestsPerSecond: 5, burst: 10 }],
      factor: 0.49,
      requestsPerSecond: 1.8375,
      requests: 1200,
      cuts: 2,
      cutAt: '2026-03-02T10:00:00.000Z',
    },
  ],
};

export const removedConnection: RemovedConnectionView = {
  removed: 'support',
  state: 'disconnected',
  reason: null,
  manualSteps: [],
};

export const connectionTest: ConnectionTestView = {
  connection,
  alive: true,
  capabilities: [
    { capability: 'access', available: 'yes', missingScopes: [] },
    { capability: 'deletion', available: 'no', missingScopes: ['gdpr_write'] },
  ],
  unneededScopes: ['user_write'],
};

export const apiKeyText = `dsr_1f6e02a94c7bd385_${'k'.repeat(43)}`;

export const apiKey: ApiKeyView = {
  id: '1f6e02a94c7bd385',
  role: 'operator',
  name: 'helpdesk',
  createdAt: '2026-03-01T10:00:00.000Z',
  createdBy: 'cli',
  expiresAt: '2026-05-30T10:00:00.000Z',
  revokedAt: null,
  lastUsedAt: null,
};

export function task(change: Partial<TaskView> = {}): TaskView {
  return {
    connection: 'support',
    connector: 'drift',
    status: 'running',
    outcomes: [],
    notCovered: [],
    error: null,
    plan: null,
    progress: [{ step: 'scan', resource: 'conversations', done: 1200 }],
    waitingUntil: null,
    ...change,
  };
}

export function request(change: Partial<RequestView> = {}): RequestView {
  return {
    id: requestId,
    type: 'access',
    status: 'received',
    receivedAt: '2026-03-02T10:00:00.000Z',
    regulation: 'gdpr',
    dueAt: '2026-04-01T10:00:00.000Z',
    daysLeft: 12,
    overdue: false,
    extended: null,
    finishedAt: null,
    forecast: null,
    identifiers: [],
    retention: {
      expiresAt: null,
      purgeDue: false,
      expiredAt: null,
      expiredBy: null,
      hold: null,
      purged: null,
    },
    waitsFor: null,
    reappearance: [],
    tasks: [],
    ...change,
  };
}

export const completedAccess = request({
  status: 'completed',
  finishedAt: '2026-03-02T10:04:00.000Z',
  daysLeft: null,
  tasks: [
    task({
      status: 'completed',
      outcomes: [{ resource: 'messages', outcome: 'exported', count: 1240 }],
      notCovered: [
        { what: 'Timeline events', why: 'No endpoint.', remedy: 'Ask the vendor.', capability: 'access' },
      ],
    }),
  ],
});

export const plannedDeletion = request({
  type: 'deletion',
  status: 'awaiting_approval',
  tasks: [
    task({
      status: 'awaiting_approval',
      plan: {
        hash: 'a'.repeat(64),
        operations: [
          {
            title: 'Erase all data of the contacts that were found',
            resource: 'contacts',
            count: 2,
            alsoErases: ['conversations', 'messages'],
            irreversible: true,
          },
        ],
        warnings: [{ code: 'vendor_user', message: 'The person is also a user at the vendor.' }],
        changed: null,
      },
    }),
  ],
});

export const incompleteDeletion = request({
  type: 'deletion',
  status: 'incomplete',
  finishedAt: '2026-03-03T10:00:00.000Z',
  tasks: [
    task({
      status: 'incomplete',
      outcomes: [
        { resource: 'contacts', outcome: 'unverified', count: 1, reason: 'Still there at the deadline.' },
      ],
    }),
  ],
});

const manifest: Manifest = {
  contract: 1,
  id: 'drift',
  title: 'Drift',
  version: '0.1.0',
  vendorApiVersion: '1.7',
  baseUrl: 'https://vendor.example',
  hosts: ['vendor.example'],
  auth: {
    kind: 'oauth2',
    authorizationUrl: 'https://vendor.example/authorize',
    tokenPath: '/oauth2/token',
    clientAuthentication: 'client_secret_post',
    pkce: false,
    scopesInAuthorizationUrl: false,
    staticToken: true,
    defaultTokenLifetimeSeconds: 7200,
    rejectionStatuses: [401],
  },
  scopes: {
    contact_read: { title: 'Read', neededFor: ['access'], description: 'Reads contacts one by one.' },
  },
  rateLimits: { all: { limits: [{ requestsPerSecond: 5, burst: 10 }], per: 'connection' } },
  identifiers: { consumes: ['email'], produces: [] },
  capabilities: {
    access: { mode: 'asynchronous', granularity: 'per_record', description: 'Reads everything.' },
  },
  resources: {},
  operations: {},
  settings: {
    baseUrl: { type: 'string', default: 'https://vendor.example', description: 'Where the API is.' },
  },
  notCovered: [
    { what: 'Mailed exports', why: `${hostile} `.repeat(6), remedy: 'Ask the vendor.', capability: 'access' },
  ],
  sources: [],
};

/** The command line reads manifests and runs no steps. */
export const connector: Connector = { manifest, implementation: {} as Connector['implementation'] };

/** A message in which an agent was replaced. */
export const redactionItem: RedactionItemView = {
  record: 'support/messages/1',
  thread: 'support/conversations/7',
  author: 'agent',
  withheld: null,
  replaced: [{ reason: 'agent', count: 2 }],
  labels: [{ label: 'Agent 1', names: ['Mara Weiss'] }],
  decision: null,
};
