/** A made-up connector with all that a manifest may have. */
export function fullConnector(changes = {}) {
  return {
    packageJson: { name: '@example/connector-sample' },
    manifest: { ...fullManifest, ...changes },
    notes: '### By hand\n\nWritten by hand.\n',
    pipelineLimits: { attempts: 4, backoffBaseMs: 500, backoffCapMs: 20_000, maxInlineWaitMs: 60_000 },
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
  rateLimit: { requestsPerSecond: 10, burst: 3 },
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
    find: { method: 'GET', path: '/people', purpose: 'Find people.', scopes: ['read'], idempotent: true },
    erase: { method: 'POST', path: '/erase', purpose: 'Erase.', scopes: ['erase'], idempotent: false },
    file: { method: 'GET', path: '/files/{id}', purpose: 'Get.', scopes: [], idempotent: true, binary: true },
  },
  settings: {
    region: { type: 'string', default: '', description: 'Where, `eu|us`.' },
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
  identifiers: { consumes: [], produces: [] },
  capabilities: {},
  resources: {},
  operations: {},
  settings: {},
  notCovered: [],
  sources: [],
};
