import type { Sensitive } from '@privacy-connectors/core';
import { AuthError, InvalidGrantError } from '@privacy-connectors/core/errors';
import { StaticTokenSource, type TokenSet, type TokenSource } from '@privacy-connectors/core/oauth';
import type { ConnectionRow } from '../store/connection-store.js';
import { checkConnection } from './connection-check.js';
import type { StoredSessions } from './stored-sessions.js';

/** The credentials of a connection, as stored. */
export interface StoredCredentials {
  readonly row: ConnectionRow;
  readonly tokens: TokenSet;
  /** What renews them. */
  readonly source: TokenSource;
}

/**
 * Whether the vendor was seen to refuse all of a connection's credentials: the access token with 401, and what renews it as
 * `invalid_grant`. Everything else proves nothing: a proxy answers 403, and an app whose secret was changed is `invalid_client`.
 * @throws any other failure, also other refusals.
 */
export async function seenDead(
  sessions: StoredSessions,
  { row, tokens, source }: StoredCredentials,
  signal: AbortSignal,
): Promise<boolean> {
  const { accessToken, refreshToken } = tokens;
  if (!(await isRefused(useOf(sessions, row, accessToken, signal), isUnauthorized))) return false;
  return refreshToken === undefined || (await isRefused(source.renew(accessToken, signal), isInvalidGrant));
}

/** Without what would renew the token. */
function useOf(
  sessions: StoredSessions,
  row: ConnectionRow,
  accessToken: Sensitive<string>,
  signal: AbortSignal,
): Promise<unknown> {
  const session = sessions.openWith(row, new StaticTokenSource(accessToken));
  return checkConnection(session, accessToken, signal);
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

function isUnauthorized(error: unknown): boolean {
  return error instanceof AuthError && error.place.status === 401;
}

function isInvalidGrant(error: unknown): boolean {
  return error instanceof InvalidGrantError;
}
