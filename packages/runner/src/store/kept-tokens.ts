import { Sensitive } from '@privacy-connectors/core';
import type { TokenSet } from '@privacy-connectors/core/oauth';

/** Tokens as they are sealed. */
export interface KeptTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAt: number | null;
  readonly refreshAt: number | null;
  readonly scopes: readonly string[] | null;
}

export function keptTokens(tokens: TokenSet) {
  return {
    accessToken: tokens.accessToken.reveal(),
    refreshToken: tokens.refreshToken?.reveal() ?? null,
    expiresAt: tokens.expiresAt,
    refreshAt: tokens.refreshAt ?? null,
    scopes: tokens.scopes ?? null,
  } satisfies KeptTokens;
}

export function tokensOf(kept: KeptTokens): TokenSet {
  return {
    accessToken: new Sensitive(kept.accessToken),
    expiresAt: kept.expiresAt,
    ...(kept.refreshToken === null ? {} : { refreshToken: new Sensitive(kept.refreshToken) }),
    ...(kept.refreshAt === null ? {} : { refreshAt: kept.refreshAt }),
    ...(kept.scopes === null ? {} : { scopes: kept.scopes }),
  };
}
