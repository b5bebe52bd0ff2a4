import type { RateLimitClass } from '@privacy-connectors/core';
import { connector } from '../otter/connector.js';
import type { OtterClient } from '../otter/context.js';
import { manifest } from '../otter/manifest.js';
import { openapi } from '../otter/openapi.js';
import { otterVendor as vendor } from '../otter/vendor.js';
import { connectTo, strictReader } from '../support/reference-client.js';
import { changing } from './changing.js';
import type { Mutant } from './mutant.js';

const { withImplementation, withManifest } = changing(connector);
const { operations } = manifest;
const signed = 'the token or key is sent in its header, never in a URL or another header';
const uses = 'every operation is used for what the manifest says, and for nothing else';
const paced = "the declared rate is within the vendor's limit";

/** Without the condition under which it counts as another call. */
const listThreads = { ...operations.listThreads, rateLimitWhen: [] };

/** Connectors whose manifest is wrong about keys, uses or limits. */
export const keyMutants: readonly Mutant[] = [
  {
    fault: 'sends the key as if it were a token',
    connector: withManifest({ auth: { ...manifest.auth, prefix: 'Bearer ' } }),
    vendor,
    check: signed,
    says: /check: ended as AuthError with the vendor's own token or key/,
  },
  {
    fault: 'puts the key into the address',
    connector: withImplementation({
      check: async ({ client, signal }, { accessToken }) => {
        const query = { key: accessToken };
        const { scopes } = await (client as OtterClient).call('getKey', { query, signal });
        return { grantedScopes: scopes };
      },
    }),
    vendor,
    check: signed,
    says: /the credential stands in the URL/,
  },
  {
    fault: 'does not say that an access lists threads',
    connector: withManifest({
      operations: { ...operations, listThreads: { ...operations.listThreads, usedFor: ['deletion'] } },
    }),
    vendor,
    check: uses,
    says: /called without being declared for it: listThreads for access/,
  },
  {
    fault: 'says that a deletion reads posts',
    connector: withManifest({
      operations: { ...operations, listPosts: { ...operations.listPosts, usedFor: ['access', 'deletion'] } },
    }),
    vendor,
    check: uses,
    says: /declared, and never called: listPosts for deletion/,
  },
  {
    fault: 'counts a list with participants as one without',
    connector: withOperations({ ...operations, listThreads }),
    vendor,
    check: paced,
    says: /the vendor refused \d+ calls as too many: listThreads/,
  },
  {
    fault: 'declares a minute that is too wide',
    connector: withImplementation({
      configure: (settings) => {
        const profile = connector.implementation.configure(settings);
        const [second] = manifest.rateLimits.usual.limits;
        const usual: RateLimitClass = { limits: [second, { requests: 150, seconds: 60 }], per: 'operation' };
        return { ...profile, rateLimits: { ...profile.rateLimits, usual } };
      },
    }),
    vendor,
    check: paced,
    says: /at the declared rate the vendor refused \d+ calls as too many/,
  },
];

/** The calls are tagged by the client, so the client has to be wrong as well. */
function withOperations(changed: Parameters<typeof connectTo>[0]) {
  const read = strictReader(openapi, changed);
  return {
    ...withImplementation({
      connect: ({ fetch, profile }) => connectTo(changed, { fetch, baseUrl: profile.baseUrl }, read),
    }),
    manifest: { ...connector.manifest, operations: changed },
  };
}
