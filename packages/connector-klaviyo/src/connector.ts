import { defineConnector, type ConnectionCheck } from '@privacy-connectors/core';
import type { KlaviyoContext } from './client/context.js';
import { deletion } from './deletion/deletion.js';
import { connect, unwrap } from './generated/client.js';
import { manifest, profileOf } from './manifest/manifest.js';
import { Settings } from './generated/settings.js';
import { subject } from './profiles/locate.js';
import { getProfile } from './profiles/profile.js';
import { getRelated, profiles, related } from './profiles/read.js';

const nobody = 'connection-test';

/**
 * Tests the key and, because Klaviyo does not say which scopes it has, asks for everything of a profile that nobody has.
 * @throws MissingScopeError naming the first scope that an access would lack.
 */
async function check(context: KlaviyoContext): Promise<ConnectionCheck> {
  const accounts = await context.client.GET('/api/accounts', { signal: context.signal });
  await getProfile(context, nobody);
  for (const operation of ['listsOfProfile', 'segmentsOfProfile', 'findEvents'] as const) {
    const result = await getRelated(context, operation, nobody, null);
    if (result.response.status !== 404) unwrap(operation, result);
  }
  // Without accounts:read a key works; which account it belongs to stays unknown.
  const data = accounts.response.status === 403 ? [] : unwrap('getAccounts', accounts).data;
  return { grantedScopes: 'unknown', ...(data[0] && { account: data[0].id }) };
}

/** Klaviyo: access and deletion by e-mail, phone number or external id. */
export const connector = defineConnector(manifest).implement({
  settings: Settings,
  configure: profileOf,
  connect,
  check,
  subject,
  resources: {
    profiles,
    lists: related('listsOfProfile'),
    segments: related('segmentsOfProfile'),
    pushTokens: related('pushTokensOfProfile'),
    events: related('findEvents'),
  },
  deletion,
});
