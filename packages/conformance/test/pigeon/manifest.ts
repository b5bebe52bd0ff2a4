import type { Manifest } from '@privacy-connectors/core';

/** An invented vendor: a club whose members exchange letters, with pages and scans of them. */
export const manifest = {
  contract: 1,
  id: 'pigeon',
  title: 'Pigeon Post',
  version: '0.1.0',
  vendorApiVersion: '1',
  baseUrl: 'https://api.pigeon.example',
  hosts: ['api.pigeon.example'],
  auth: {
    kind: 'oauth2',
    authorizationUrl: 'https://pigeon.example/authorize',
    tokenPath: '/token',
    clientAuthentication: 'client_secret_post',
    pkce: true,
    scopesInAuthorizationUrl: true,
    staticToken: true,
    defaultTokenLifetimeSeconds: 3600,
    rejectionStatuses: [401],
  },
  scopes: {
    read: { title: 'Read', neededFor: ['access', 'deletion'], description: 'Everything.' },
    erase: { title: 'Erase', neededFor: ['deletion'], description: 'Members and their letters.' },
  },
  rateLimits: { all: { limits: [{ requestsPerSecond: 20, burst: 5 }], per: 'connection' } },
  identifiers: { consumes: ['email'], produces: [] },
  capabilities: {
    access: { mode: 'synchronous', granularity: 'per_record', description: 'Members and their letters.' },
    deletion: { mode: 'asynchronous', granularity: 'whole_record', description: 'Everything of an e-mail.' },
  },
  resources: {
    members: { ...named('Members'), lookup: 'locate', binary: false, erasure: 'deferred' },
    letters: {
      ...named('Letters'),
      lookup: 'scan',
      scanOrder: 'updated_descending',
      parent: 'members',
      binary: false,
      erasure: 'with_parent',
    },
    pages: { ...named('Pages'), lookup: 'parent', parent: 'letters', binary: false, erasure: 'with_parent' },
    scans: { ...named('Scans'), lookup: 'parent', parent: 'pages', binary: true, erasure: 'with_parent' },
  },
  operations: {
    whoAmI: { ...operation('GET', '/whoami', 'Test the connection.'), usedFor: ['connection'] },
    findMembers: {
      ...operation('GET', '/members', 'Find members by e-mail.'),
      usedFor: ['access', 'deletion'],
    },
    getMember: operation('GET', '/members/{memberId}', 'Read a member.'),
    listLetters: operation('GET', '/letters', "List everybody's letters."),
    getLetter: operation('GET', '/letters/{letterId}', 'Read a letter and see whose it is.'),
    listPages: operation('GET', '/letters/{letterId}/pages', 'Read the pages of a letter.'),
    downloadScan: { ...operation('GET', '/scans/{scanId}', 'Download a scan.'), binary: true },
    eraseMember: {
      ...operation('POST', '/erasures', 'Erase a member.'),
      usedFor: ['deletion'],
      scopes: ['erase'],
      idempotent: false,
    },
    uninstall: {
      ...operation('POST', '/uninstall', 'End the access of the app.'),
      usedFor: ['disconnection'],
      scopes: [],
      idempotent: false,
    },
  },
  settings: {
    baseUrl: { type: 'string', default: 'https://api.pigeon.example', description: 'Where the API answers.' },
  },
  notCovered: [],
  disconnection: { manualSteps: ['Remove the app in the settings of the club.'] },
  sources: [{ title: 'Invented', confidence: 'documented' }],
} as const satisfies Manifest;

function named(title: string) {
  return { title, description: title, dataCategories: ['user.content.private'], vendorKeeps: '' };
}

function operation<const Method extends string, const Path extends string>(
  method: Method,
  path: Path,
  purpose: string,
) {
  return {
    method,
    path,
    purpose,
    usedFor: ['access'],
    scopes: ['read'],
    idempotent: true,
    rateLimit: 'all',
  } as const;
}
