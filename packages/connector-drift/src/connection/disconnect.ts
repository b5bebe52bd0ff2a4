import type { DisconnectOutcome, EndingCredential } from '@privacy-connectors/core';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';

/** Uninstalls the OAuth app, which ends its token. A token made by hand belongs to no such app: a person has to end it. */
export async function disconnect(
  { client, signal }: DriftContext,
  { client: app }: EndingCredential,
): Promise<DisconnectOutcome> {
  if (app === undefined) return { outcome: 'unsupported' };
  const params = { query: { clientId: app.id, clientSecret: app.secret } };
  unwrap('uninstall', await client.POST('/app/uninstall', { params, signal }));
  return { outcome: 'accepted' };
}
