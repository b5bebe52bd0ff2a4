import {
  AuthorizationResponseError,
  validateAuthResponse,
  type AuthorizationServer,
  type Client,
} from 'oauth4webapi';
import { AuthError } from '../errors/index.js';

/** What came back from the vendor's authorisation page. @public */
export interface AuthorizationCallback {
  /** Query of the URL the person was sent back to. */
  readonly parameters: URLSearchParams;
  /** The `state` that was sent out. */
  readonly state: string;
  readonly redirectUri: string;
  /** Of the pair whose challenge was sent out, for a vendor with PKCE. */
  readonly pkceVerifier?: string;
}

/**
 * What the token call sends, from a callback that is checked first.
 * @throws AuthError when the person declined, `state` is not the one that was sent out, or no code came back.
 */
export function codeGrant(
  server: AuthorizationServer,
  client: Client,
  { parameters, state, redirectUri, pkceVerifier }: AuthorizationCallback,
): URLSearchParams {
  const code = codeOf(() => validateAuthResponse(server, client, parameters, state));
  const sent = new URLSearchParams({ code, redirect_uri: redirectUri });
  if (pkceVerifier !== undefined) sent.set('code_verifier', pkceVerifier);
  return sent;
}

function codeOf(validate: () => URLSearchParams): string {
  const code = answered(validate).get('code');
  if (code === null || code === '') throw refused('came back without a code');
  return code;
}

function answered(validate: () => URLSearchParams): URLSearchParams {
  try {
    return validate();
  } catch (error) {
    const declined = error instanceof AuthorizationResponseError;
    throw refused(declined ? 'was declined at the vendor' : 'came back without the state that was sent out');
  }
}

function refused(why: string): AuthError {
  return new AuthError(`The authorisation ${why}. Authorise the connection again.`);
}
