import { defineConnector, type Connector } from '@privacy-connectors/core';
import { connectTo, strictReader } from '../support/reference-client.js';
import { OtterSettings, type OtterClient } from './context.js';
import { customers, subject } from './customers.js';
import { deletion } from './deletion.js';
import { manifest } from './manifest.js';
import { openapi } from './openapi.js';
import { posts, threads } from './threads.js';

const read = strictReader(openapi, manifest.operations);

/** A correct connector unlike Pigeon Post's: a key, several identifiers, deletion record by record in two stages. */
export const connector: Connector = defineConnector(manifest).implement<OtterClient, OtterSettings>({
  settings: OtterSettings,
  configure: ({ baseUrl }) => ({
    baseUrl,
    rateLimits: manifest.rateLimits,
    verification: { everySeconds: 60, forSeconds: 3600 },
  }),
  connect: ({ fetch, profile }) => connectTo(manifest.operations, { fetch, baseUrl: profile.baseUrl }, read),
  check: async ({ client, signal }) => ({ grantedScopes: (await client.call('getKey', { signal })).scopes }),
  subject,
  resources: { customers, threads, posts },
  deletion,
});
