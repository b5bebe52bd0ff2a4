import { AuthError, ConnectorError, TransientError } from '../errors/index.js';
import type { TokenSource } from '../http/token-source.js';
import type { Sensitive } from '../redaction/sensitive.js';
import { systemClock, type Clock } from '../retry/clock.js';
import { abortable } from './abortable.js';
import { isDue, isExpired, type TokenSet } from './token-set.js';
import type { TokenStore } from './token-store.js';

/** Where tokens are kept and how they are renewed. @public */
export interface RefreshingTokenSourceOptions {
  readonly store: TokenStore;
  /** Swaps a refresh token for new tokens; see {@link refresh}. */
  readonly refresh: (refreshToken: Sensitive<string>) => Promise<TokenSet>;
  readonly clock?: Clock;
}

/** Longest time, in milliseconds, to wait for other processes that are renewing. */
const lockMs = 60_000;

/**
 * Tokens that are renewed ahead of their expiry and when the vendor rejects them: by one caller in all processes, the
 * others wait and share the result. New tokens are stored before they are used, and a renewal under way is never aborted,
 * because the old refresh token may already be spent. @public
 */
export class RefreshingTokenSource implements TokenSource {
  readonly #options: RefreshingTokenSourceOptions;
  readonly #clock: Clock;
  #known: TokenSet | undefined;
  #renewal: Promise<TokenSet> | undefined;
  /** Tokens that were issued but could not be stored, and the access token they replace. */
  #unsaved: { readonly replaces: string; readonly tokens: TokenSet } | undefined;

  constructor(options: RefreshingTokenSourceOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  async current(signal: AbortSignal): Promise<Sensitive<string>> {
    signal.throwIfAborted();
    const tokens = (this.#known ??= await this.#options.store.load());
    if (!isDue(tokens, this.#clock.now())) return tokens.accessToken;
    return this.#renewAhead(tokens, signal);
  }

  async renew(rejected: Sensitive<string>, signal: AbortSignal): Promise<Sensitive<string>> {
    signal.throwIfAborted();
    if (this.#known !== undefined && isOther(this.#known, rejected)) return this.#known.accessToken;
    const joined = await this.#shared(rejected, signal);
    return isOther(joined, rejected)
      ? joined.accessToken
      : (await this.#shared(rejected, signal)).accessToken;
  }

  /** While the old token still works, a vendor that cannot renew just now is no reason to stop. */
  async #renewAhead(tokens: TokenSet, signal: AbortSignal): Promise<Sensitive<string>> {
    const stillWorks = () => !isExpired(tokens, this.#clock.now());
    if (tokens.refreshToken === undefined && stillWorks()) return tokens.accessToken;
    try {
      return (await this.#shared(undefined, signal)).accessToken;
    } catch (error) {
      const comesBack = ConnectorError.is(error) && ['retry_later', 'wait_until'].includes(error.disposition);
      if (comesBack && stillWorks()) return tokens.accessToken;
      throw error;
    }
  }

  #shared(rejected: Sensitive<string> | undefined, signal: AbortSignal): Promise<TokenSet> {
    this.#renewal ??= this.#renewOnce(rejected).finally(() => {
      this.#renewal = undefined;
    });
    return abortable(this.#renewal, signal);
  }

  async #renewOnce(rejected: Sensitive<string> | undefined): Promise<TokenSet> {
    const patience = AbortSignal.timeout(lockMs);
    try {
      this.#known = await this.#options.store.exclusively(
        (current, save) => this.#replace(current, rejected, save),
        patience,
      );
      return this.#known;
    } catch (error) {
      if (ConnectorError.is(error) || !patience.aborted) throw error;
      throw new TransientError("Another process is renewing the connection's token.");
    }
  }

  async #replace(
    current: TokenSet,
    rejected: Sensitive<string> | undefined,
    save: (tokens: TokenSet) => Promise<void>,
  ): Promise<TokenSet> {
    const now = this.#clock.now();
    const renewedElsewhere =
      rejected === undefined ? !isDue(current, now) : isOther(current, rejected) && !isExpired(current, now);
    if (renewedElsewhere) return current;
    const replaces = current.accessToken.reveal();
    const tokens = this.#unsaved?.replaces === replaces ? this.#unsaved.tokens : await this.#issue(current);
    this.#unsaved = { replaces, tokens };
    await save(tokens);
    this.#unsaved = undefined;
    return tokens;
  }

  async #issue(current: TokenSet): Promise<TokenSet> {
    if (current.refreshToken === undefined) {
      throw new AuthError(
        'The connection has no refresh token, and its access token is no longer accepted. Authorise the connection again.',
      );
    }
    return { refreshToken: current.refreshToken, ...(await this.#options.refresh(current.refreshToken)) };
  }
}

function isOther(tokens: TokenSet, rejected: Sensitive<string>): boolean {
  return tokens.accessToken.reveal() !== rejected.reveal();
}
