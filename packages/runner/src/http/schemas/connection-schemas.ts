import type { LeakyBucketLimit, Manifest, RateLimitHeaders, WindowLimit } from '@privacy-connectors/core';
import type {
  AddedConnectionView,
  ConnectionTestView,
  ConnectionView,
  RateBudgetView,
  RemovedConnectionView,
} from '../../application/views/connection-view.js';
import type { ConnectorSummary } from '../../connectors/connector-summary.js';
import {
  anyObject,
  count,
  flag,
  listOf,
  mapOf,
  nullable,
  objectOf,
  reference,
  text,
  time,
  wordOf,
  type Schema,
} from './schema.js';
import { aliveReasons } from './words.js';

const capability = wordOf('access', 'deletion');
const identifierKinds = listOf(wordOf('email', 'phone', 'user_id', 'external_id'));

const summary = objectOf<ConnectorSummary>({
  id: text,
  title: text,
  version: text,
  vendorApiVersion: text,
  capabilities: listOf(capability),
});

/** Its inner parts are described with the contract of connectors, `@privacy-connectors/core`. */
const manifest = objectOf<Manifest>(
  {
    contract: { const: 1 },
    id: text,
    title: text,
    version: text,
    vendorApiVersion: text,
    baseUrl: text,
    hosts: listOf(text),
    auth: anyObject,
    scopes: mapOf(anyObject),
    rateLimits: mapOf(anyObject),
    identifiers: objectOf<Manifest['identifiers']>({ consumes: identifierKinds, produces: identifierKinds }),
    capabilities: anyObject,
    resources: mapOf(anyObject),
    operations: mapOf(anyObject),
    settings: mapOf(anyObject),
    notCovered: listOf(reference('NotCovered')),
    disconnection: anyObject,
    sources: listOf(anyObject),
  },
  ['disconnection'],
);

const figure: Schema = { type: 'number' };
const rateLimitHeaders = objectOf<RateLimitHeaders>({
  limit: text,
  remaining: text,
  reset: text,
  resetIn: wordOf('epoch_seconds', 'seconds'),
});
const windowLimit = objectOf<WindowLimit>({ requests: figure, seconds: figure, headers: rateLimitHeaders }, [
  'headers',
]);
const leakyBucketLimit = objectOf<LeakyBucketLimit>({ requestsPerSecond: figure, burst: figure });
const limits = listOf({ anyOf: [leakyBucketLimit, windowLimit] });

const rateBudget = objectOf<RateBudgetView>({
  name: text,
  declared: limits,
  limits,
  factor: figure,
  requestsPerSecond: figure,
  requests: count,
  cuts: count,
  cutAt: nullable(time),
});

const aliveReason = nullable(wordOf(...aliveReasons));

const connection = objectOf<ConnectionView>({
  name: text,
  connector: text,
  authentication: wordOf('static_token', 'authorization_code'),
  settings: mapOf({ type: ['string', 'number', 'boolean'] }),
  namespaces: mapOf(text),
  policy: reference('RedactionPolicy'),
  unneededScopes: listOf(text),
  grantedScopes: { anyOf: [listOf(text), { const: 'unknown' }] },
  account: nullable(text),
  createdAt: time,
  state: wordOf('connected', 'still_alive'),
  reason: aliveReason,
  manualSteps: listOf(text),
  credentialsGivenAt: time,
  credentialsExpire: flag,
  lastUsedAt: nullable(time),
  rateBudgets: listOf(reference('RateBudget')),
});

const tested = {
  connection: reference('Connection'),
  alive: flag,
  capabilities: listOf(
    objectOf<ConnectionTestView['capabilities'][number]>({
      capability,
      available: wordOf('yes', 'no', 'unknown'),
      missingScopes: listOf(text),
    }),
  ),
  unneededScopes: listOf(text),
};

/** What is said about connectors and connections, by name. */
export const connectionSchemas: { readonly [name: string]: Schema } = {
  ConnectorSummary: summary,
  Manifest: manifest,
  RateBudget: rateBudget,
  Connection: connection,
  ConnectionTest: objectOf<ConnectionTestView>(tested),
  AddedConnection: objectOf<AddedConnectionView>({ ...tested, renewed: flag, manualSteps: listOf(text) }),
  RemovedConnection: objectOf<RemovedConnectionView>({
    removed: text,
    state: wordOf('disconnected', 'still_alive', 'forgotten'),
    reason: aliveReason,
    manualSteps: listOf(text),
  }),
};
