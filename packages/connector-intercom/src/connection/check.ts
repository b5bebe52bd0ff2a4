import type { ConnectionCheck } from '@privacy-connectors/core';
import { ConfigError } from '@privacy-connectors/core/errors';
import { unwrap } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';

/**
 * Whose token it is. Intercom does not tell what an app was granted.
 * @throws ConfigError when the workspace is hosted in another region than the settings say.
 */
export async function check({ client, signal, settings }: IntercomContext): Promise<ConnectionCheck> {
  const { app } = unwrap('me', await client.GET('/me', { signal }));
  const region = app?.region?.toLowerCase();
  if (region !== undefined && region !== settings.region)
    throw new ConfigError(wrongRegion(settings.region, region));
  return { grantedScopes: 'unknown', ...(app?.id_code === undefined ? {} : { account: app.id_code }) };
}

function wrongRegion(set: string, actual: string): string {
  return `The workspace is hosted in region ${actual}, and the connection is set to ${set}: set region to ${actual}.`;
}
