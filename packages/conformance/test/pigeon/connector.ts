import { defineConnector, type Connector } from '@privacy-connectors/core';
import { connectPigeon, type PigeonClient } from './client.js';
import { PigeonSettings } from './context.js';
import { deletion } from './deletion.js';
import { letters } from './letters.js';
import { manifest } from './manifest.js';
import { members, subject } from './members.js';
import { pages } from './pages.js';
import { scans } from './scans.js';
import { normaliseTokenAnswer } from './tokens.js';

/** A correct connector, small enough to be read at a glance. */
export const connector: Connector = defineConnector(manifest).implement<PigeonClient, PigeonSettings>({
  settings: PigeonSettings,
  configure: ({ baseUrl }) => ({
    baseUrl,
    oauth: {
      authorizationUrl: manifest.auth.authorizationUrl,
      tokenUrl: `${baseUrl}${manifest.auth.tokenPath}`,
    },
    rateLimits: manifest.rateLimits,
    verification: { everySeconds: 60, forSeconds: 3600 },
  }),
  normaliseTokenAnswer,
  connect: ({ fetch, profile }) => connectPigeon(fetch, profile.baseUrl),
  check: async ({ client, signal }) => ({ grantedScopes: (await client.call('whoAmI', { signal })).scopes }),
  disconnect: async ({ client, signal }) => {
    await client.call('uninstall', { signal });
    return { outcome: 'accepted' };
  },
  subject,
  resources: { members, letters, pages, scans },
  deletion,
});
