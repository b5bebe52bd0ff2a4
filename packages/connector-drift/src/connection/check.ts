import type { ConnectionCheck } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { answeredWith } from '@privacy-connectors/core/http';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import { findContacts } from '../contacts/find-contacts.js';
import { NOBODY } from '../contacts/nobody.js';
import type { components } from '../generated/schema.js';

/** Asks Drift what the token is. The answer echoes the token, so nothing but scopes and account leaves this function. */
export async function check(
  context: DriftContext,
  { accessToken }: { accessToken: string },
): Promise<ConnectionCheck> {
  try {
    return await askTokenInformation(context, accessToken);
  } catch (error) {
    // Clients saw 400 for tokens that work elsewhere; where it does not tell, reading contacts proves the connection.
    if (!tellsNothing(error)) throw error;
  }
  await findContacts(context, NOBODY, null);
  return { grantedScopes: 'unknown' };
}

function tellsNothing(error: unknown): boolean {
  return error instanceof VendorContractError || answeredWith(error, 400, 404, 405, 422, 501);
}

async function askTokenInformation(context: DriftContext, accessToken: string): Promise<ConnectionCheck> {
  const body = { access_token: accessToken };
  const result = await context.client.POST('/app/token_info', { body, signal: context.signal });
  const information = unwrap('tokenInformation', result);
  const account = accountOf(information);
  return { grantedScopes: scopesOf(information), ...(account === undefined ? {} : { account }) };
}

function scopesOf({ scope }: components['schemas']['TokenInformation']): ConnectionCheck['grantedScopes'] {
  const scopes = (scope ?? '').split(/[\s,]+/).filter((name) => name !== '');
  return scopes.length === 0 ? 'unknown' : scopes;
}

/** `authenticated_userid` reads `orgId:<number>`. */
function accountOf({
  authenticated_userid: user,
}: components['schemas']['TokenInformation']): string | undefined {
  return /^orgId:(\d+)$/.exec(user ?? '')?.[1];
}
