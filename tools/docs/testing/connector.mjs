/** A made-up connector with all that a manifest may have. */
export function fullConnector(changes = {}) {
  return {
    packageJson: { name: '@example/connector-sample' },
    manifest: { ...fullManifest, ...changes },
    notes: '### By hand\n\nWritten by hand.\n',
    pipelineLimits: { attempts: 4, backoffBaseMs: 500, backoffCapMs: 20_000, maxInlineWaitMs: 60_000 },
    share: 0.75,
  };
}

/** A made-up connector with as little as a manifest may have. */
export function bareConnector() {
  return { ...fullConnector(bareManifest), notes: undefined };
}

const fullManifest = {
  contract: 1,
  id: 'sample',
  title: 'Sample',
  version: '1.2.3',
  vendorApiVersion: '9',
  baseUrl: 'https://api.sample.example',
  hosts: ['api.sample.example', 'files.sample.example'],
  auth: {
    kind: 'oauth2',
    authorizationUrl: 'https://sample.example/authorize',
    tokenPath: '/token',
    clientAuthentication: 'client_secret_basic',
    pkce: true,
    scopesInAuthorizationUrl: true,
    staticToken: false,
    defaultTokenLifetimeSeconds: 90,
    rejectionStatuses: [401],
  },
  scopes: {
    read: { title: 'Read', neededFor: ['access', 'deletion'], description: 'Reads.' },
    erase: { title: 'Erase', neededFor: ['deletion'], description: 'Erases.' },
    look: { title: 'Look', neededFor: [], description: 'Sees more.' },
  },
  rateLimits: {
    fast: { limits: [{ requestsPerSecond: 10, burst: 3 }], per: 'connection' },
    slow: {
      limits: [
        { requests: 1, seconds: 1 },
        {
          requests: 60,
          seconds: 60,
          headers: { limit: 'x-limit', remaining: 'x-left', reset: 'x-reset', resetIn: 'seconds' },
        },
      ],
      per: 'operation',
    },
  },
  identifiers: { consumes: ['email'], produces: ['user_id', 'phone'] },
  capabilities: {
    access: { mode: 'synchronous', granularity: 'per_record', description: 'Gives it all.' },
    deletion: { mode: 'asynchronous', granularity: 'per_record', description: 'Erases | one by one.' },
  },
  resources: {
    files: {
      title: 'Files',
      description: 'Files.',
      dataCategories: ['user.content'],
      lookup: 'parent',
      parent: 'chats',
      binary: true,
      erasure: 'with_parent',
      vendorKeeps: '',
    },
    chats: {
      title: 'Chats',
      description: 'Chats.',
      dataCategories: ['user.content'],
      lookup: 'scan',
      parent: 'people',
      scanOrder: 'updated_descending',
      binary: false,
      erasure: 'immediate',
      vendorKeeps: 'The bill, for ten years.',
    },
    people: {
      title: 'People',
      description: 'People.',
      dataCategories: ['user.name', 'user.contact.email'],
      lookup: 'locate',
      binary: false,
      erasure: 'none',
      vendorKeeps: '',
    },
  },
  operations: {
    find: {
      method: 'GET',
      path: '/people',
      purpose: 'Find people.',
      usedFor: ['access', 'deletion'],
      scopes: ['read'],
      idempotent: true,
      rateLimit: 'fast',
      rateLimitWhen: [
        { query: 'include', contains: 'chats', rateLimit: 'slow' },
        { query: 'all', rateLimit: 'slow' },
      ],
    },
    erase: {
      method: 'POST',
      path: '/erase',
      purpose: 'Erase.',
      usedFor: ['deletion'],
      scopes: ['erase'],
      idempotent: false,
      rateLimit: 'slow',
    },
    file: {
      method: 'GET',
      path: '/files/{id}',
      purpose: 'Get.',
      usedFor: ['connection', 'access'],
      scopes: [],
      idempotent: true,
      binary: true,
      rateLimit: 'fast',
    },
  },
  settings: {
    region: { type: 'string', default: '', values: ['', 'eu'], description: 'Where, `eu|us`.' },
    quick: { type: 'boolean', default: false, description: 'Hurry.' },
    verifyEverySeconds: { type: 'number', default: 60, description: 'Pause.' },
    verifyForSeconds: { type: 'number', default: 3600, description: 'Patience.' },
  },
  notCovered: [
    { what: 'Notes', why: 'No call.', remedy: 'Ask.', capability: 'access' },
    { what: 'Logs', why: 'Kept.', remedy: 'Wait.', capability: 'deletion' },
  ],
  sources: [
    { title: 'Reference', url: 'https://sample.example/docs (1)', confidence: 'documented' },
    { title: 'A client', confidence: 'client' },
  ],
};

const bareManifest = {
  hosts: ['api.sample.example'],
  scopes: {},
  rateLimits: { all: { limits: [{ requestsPerSecond: 1, burst: 1 }], per: 'connection' } },
  identifiers: { consumes: [], produces: [] },
  capabilities: {},
  resources: {},
  operations: {},
  settings: {},
  notCovered: [],
  sources: [],
};
