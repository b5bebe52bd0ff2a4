import type { TokenKind } from './call-log.js';
import { createRandom, type Random } from './random.js';

/** What becomes of a refresh token when it is used: it stays, it dies at once, or it dies when its successor is first used. */
export type RefreshRotation = 'keep' | 'replace' | 'replace-on-use';

export interface TokenAuthorityOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly seed: string | number;
  readonly accessTokenSeconds: number;
  readonly rotation: RefreshRotation;
  /** Milliseconds; Date.now by default. */
  readonly now?: () => number;
}

export interface ClientCredentials {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
}

/** The error codes of RFC 6749, section 5.2. */
export type GrantResult =
  | { readonly ok: true; readonly tokens: IssuedTokens }
  | { readonly ok: false; readonly error: 'invalid_client' | 'invalid_grant' };

export interface TokenInformation {
  readonly kind: 'static' | 'oauth';
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** Milliseconds since 1970; undefined when the token never expires. */
  readonly expiresAt: number | undefined;
}

interface AccessToken extends TokenInformation {
  readonly refreshToken: string | undefined;
}

interface RefreshToken {
  readonly scopes: readonly string[];
  /** The refresh token that dies when this one, or its access token, is first used. */
  predecessor: string | undefined;
}

/** Issues and checks tokens: authorization code, refresh with rotation, static tokens, expiry and revocation. */
export class TokenAuthority {
  readonly #options: TokenAuthorityOptions;
  readonly #now: () => number;
  readonly #random: Random;
  readonly #codes = new Map<string, { readonly scopes: readonly string[]; readonly redirectUri: string }>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #revoked = new Set<string>();
  #sequence = 0;

  constructor(options: TokenAuthorityOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#random = createRandom(options.seed, 'tokens');
  }

  /** A single-use authorization code. */
  authorize(scopes: readonly string[], redirectUri: string): string {
    const code = this.#secret('code');
    this.#codes.set(code, { scopes, redirectUri });
    return code;
  }

  /** Exchanges a code once. The redirect URI is compared when it is sent. */
  exchangeCode(client: ClientCredentials, code: string, redirectUri?: string): GrantResult {
    if (!this.#knows(client)) return { ok: false, error: 'invalid_client' };
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const sameUri = redirectUri === undefined || redirectUri === grant?.redirectUri;
    if (grant === undefined || !sameUri) return { ok: false, error: 'invalid_grant' };
    return { ok: true, tokens: this.#issue(grant.scopes, undefined) };
  }

  /** A new pair for a refresh token, which then lives on or dies as the rotation says. */
  refresh(client: ClientCredentials, refreshToken: string): GrantResult {
    if (!this.#knows(client)) return { ok: false, error: 'invalid_client' };
    const grant = this.#refresh.get(refreshToken);
    if (grant === undefined) return { ok: false, error: 'invalid_grant' };
    this.#endPredecessor(grant);
    if (this.#options.rotation === 'keep')
      return { ok: true, tokens: this.#issueAccess(grant.scopes, refreshToken) };
    if (this.#options.rotation === 'replace') this.#refresh.delete(refreshToken);
    return { ok: true, tokens: this.#issue(grant.scopes, refreshToken) };
  }

  /** A token that does not expire. */
  issueStatic(scopes: readonly string[]): string {
    const token = this.#secret('static');
    const issuedAt = this.#now();
    this.#access.set(token, {
      kind: 'static',
      scopes,
      issuedAt,
      expiresAt: undefined,
      refreshToken: undefined,
    });
    return token;
  }

  /** What a live access token is; undefined when it is unknown, expired or revoked. */
  information(accessToken: string): TokenInformation | undefined {
    const token = this.#access.get(accessToken);
    return token !== undefined && this.#alive(accessToken, token) ? token : undefined;
  }

  /** As `information`, and counts as a use of the token. */
  use(accessToken: string): TokenInformation | undefined {
    const information = this.information(accessToken);
    const refreshToken = information && this.#access.get(accessToken)?.refreshToken;
    const grant = refreshToken === undefined ? undefined : this.#refresh.get(refreshToken);
    if (grant !== undefined) this.#endPredecessor(grant);
    return information;
  }

  kindOf(accessToken: string | undefined): TokenKind {
    if (accessToken === undefined) return 'none';
    const token = this.#access.get(accessToken);
    if (token === undefined) return 'unknown';
    if (this.#revoked.has(accessToken)) return 'revoked';
    return this.#alive(accessToken, token) ? token.kind : 'expired';
  }

  /** Ends one access or refresh token, static ones too. */
  revoke(token: string): void {
    this.#revoked.add(token);
    this.#refresh.delete(token);
  }

  /** Ends every token of a kind, and with those of OAuth what renews them: an app that is uninstalled. */
  revokeAll(kind: TokenInformation['kind']): void {
    for (const [token, information] of this.#access) if (information.kind === kind) this.#revoked.add(token);
    if (kind === 'oauth') this.#refresh.clear();
  }

  /** Every OAuth access token of today expires now; refresh tokens live on. */
  expireAccessTokens(): void {
    for (const [name, token] of this.#access) {
      if (token.kind === 'oauth') this.#access.set(name, { ...token, expiresAt: this.#now() });
    }
  }

  #knows(client: ClientCredentials): boolean {
    return client.clientId === this.#options.clientId && client.clientSecret === this.#options.clientSecret;
  }

  #alive(accessToken: string, token: AccessToken): boolean {
    return (
      !this.#revoked.has(accessToken) && (token.expiresAt === undefined || token.expiresAt > this.#now())
    );
  }

  #endPredecessor(grant: RefreshToken): void {
    if (grant.predecessor !== undefined) this.#refresh.delete(grant.predecessor);
    grant.predecessor = undefined;
  }

  #issue(scopes: readonly string[], predecessor: string | undefined): IssuedTokens {
    const refreshToken = this.#secret('refresh');
    this.#refresh.set(refreshToken, { scopes, predecessor });
    return this.#issueAccess(scopes, refreshToken);
  }

  #issueAccess(scopes: readonly string[], refreshToken: string): IssuedTokens {
    const accessToken = this.#secret('access');
    const issuedAt = this.#now();
    const expiresInSeconds = this.#options.accessTokenSeconds;
    const expiresAt = issuedAt + expiresInSeconds * 1000;
    this.#access.set(accessToken, { kind: 'oauth', scopes, issuedAt, expiresAt, refreshToken });
    return { accessToken, refreshToken, expiresInSeconds, scopes };
  }

  #secret(kind: string): string {
    this.#sequence += 1;
    const digits = () => this.#random.integer(0, 0xffffffff).toString(16).padStart(8, '0');
    return `${kind}-${this.#sequence}-${digits()}${digits()}${digits()}`;
  }
}
