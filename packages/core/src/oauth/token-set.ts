import type { Sensitive } from '../redaction/sensitive.js';

/** The tokens of a connection, as issued. Times are epoch milliseconds. @public */
export interface TokenSet {
  readonly accessToken: Sensitive<string>;
  readonly refreshToken?: Sensitive<string>;
  /** Null when the access token does not expire. */
  readonly expiresAt: number | null;
  /** When to renew ahead of the expiry; two minutes before it if absent. */
  readonly refreshAt?: number;
  /** Absent when the token answer names none. */
  readonly scopes?: readonly string[];
}

/** Renewal starts this long before the expiry, in milliseconds, but not before most of the token's life is over. */
const aheadMs = 120_000;
const aheadOfLife = 0.15;

/** The expiry, and the time to renew, of a token issued `now` with a life in seconds; null is a life without end. */
export function lifeOf(now: number, lifeSeconds: number | null): Pick<TokenSet, 'expiresAt' | 'refreshAt'> {
  if (lifeSeconds === null) return { expiresAt: null };
  const life = lifeSeconds * 1000;
  return { expiresAt: now + life, refreshAt: now + life - Math.min(aheadMs, life * aheadOfLife) };
}

/** True when the vendor no longer takes the access token. */
export function isExpired(tokens: TokenSet, now: number): boolean {
  return tokens.expiresAt !== null && now >= tokens.expiresAt;
}

/** True when it is time to renew the access token. */
export function isDue(tokens: TokenSet, now: number): boolean {
  return tokens.expiresAt !== null && now >= (tokens.refreshAt ?? tokens.expiresAt - aheadMs);
}
