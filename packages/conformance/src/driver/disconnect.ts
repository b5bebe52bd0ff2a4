import type { DisconnectOutcome } from '@privacy-connectors/core';
import { ensure } from '../failure.js';
import { authorizationOf } from './oauth-parts.js';
import type { ConnectorProcess } from './process.js';

/** Ends the access of a connection that was authorised with the vendor's app, as the runner does. */
export async function disconnect(process: ConnectorProcess): Promise<DisconnectOutcome> {
  const { implementation, context, site } = process;
  const { clientId: id, clientSecret: secret } = authorizationOf(site.vendor);
  ensure(implementation.disconnect !== undefined, 'there is no disconnect step');
  const accessToken = (await site.tokens?.current(context.signal))?.reveal() ?? site.vendor.accessToken;
  return implementation.disconnect(context, { accessToken, client: { id, secret } });
}
