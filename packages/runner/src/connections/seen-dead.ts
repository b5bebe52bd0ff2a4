import { provesDead } from '@privacy-connectors/core';
import { InvalidGrantError } from '@privacy-connectors/core/errors';
import type { TokenSet } from '@privacy-connectors/core/oauth';
import { checkConnection } from './connection-check.js';
import type { Session } from './session.js';

/** Credentials that may be dead. */
export interface EndedCredentials {
  /** Signs with the access token alone, without what would renew it. */
  readonly session: Session;
  readonly tokens: TokenSet;
  /** Asks for the successor of the access token. */
  readonly renew: () => Promise<unknown>;
}

/**
 * Whether the vendor was seen to refuse all of the credentials: the access token with 401, or as the connector declares, and
 * what renews it as `invalid_grant`. Everything else proves nothing: a proxy answers 403, and an app whose secret was changed is
 * `invalid_client`.
 * @throws any other failure, also other refusals.
 */
export async function seenDead(
  { session, tokens: { accessToken, refreshToken }, renew }: EndedCredentials,
  signal: AbortSignal,
): Promise<boolean> {
  const { manifest } = session.connector;
  const check = checkConnection(session, accessToken, signal);
  if (!(await isRefused(check, (error) => provesDead(manifest, error)))) return false;
  return refreshToken === undefined || (await isRefused(renew(), isInvalidGrant));
}

async function isRefused(use: Promise<unknown>, isProof: (error: unknown) => boolean): Promise<boolean> {
  try {
    await use;
    return false;
  } catch (error) {
    if (isProof(error)) return true;
    throw error;
  }
}

function isInvalidGrant(error: unknown): boolean {
  return error instanceof InvalidGrantError;
}
