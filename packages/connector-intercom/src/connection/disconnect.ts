import type { DisconnectOutcome, EndingCredential } from '@privacy-connectors/core';
import { unwrap } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';

/** Uninstalls the OAuth app, which ends its token. A token made by hand belongs to no installed app: a person has to end it. */
export async function disconnect(
  { client, signal }: IntercomContext,
  { client: app }: EndingCredential,
): Promise<DisconnectOutcome> {
  if (app === undefined) return { outcome: 'unsupported' };
  // What the body holds is not documented, so it is not read.
  unwrap('uninstall', await client.POST('/auth/uninstall', { signal, parseAs: 'stream' }));
  return { outcome: 'accepted' };
}
