import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { AuthError, ThrottledError, TransientError } from '../src/errors/index.js';
import { Sensitive } from '../src/index.js';
import { RefreshingTokenSource, type TokenSet, type TokenStore } from '../src/oauth/index.js';
import { SharedTokenStore } from './support/token-store.js';

afterEach(() => {
  jest.restoreAllMocks();
});

const { signal } = new AbortController();
const start = 1_700_000_000_000;
const clock = { now: () => start, sleep: () => Promise.resolve() };
const stored = (changes: Partial<TokenSet> = {}) =>
  new SharedTokenStore({
    accessToken: new Sensitive('a1'),
    refreshToken: new Sensitive('r1'),
    expiresAt: start + 3_600_000,
    ...changes,
  });
const issue = () => Promise.resolve({ accessToken: new Sensitive('a2'), expiresAt: null });

describe('a token that works', () => {
  it('is used without locking out other processes', async () => {
    const store = stored();
    const tokens = new RefreshingTokenSource({ store, refresh: issue, clock });
    expect((await tokens.current(signal)).reveal()).toBe('a1');
    expect(store.locked).toBe(0);
  });

  it('is at hand for a caller whose older one was rejected', async () => {
    const store = stored();
    const tokens = new RefreshingTokenSource({ store, refresh: issue, clock });
    await tokens.renew(new Sensitive('a1'), signal);
    expect((await tokens.renew(new Sensitive('a1'), signal)).reveal()).toBe('a2');
    expect(store.locked).toBe(1);
  });
});

describe('a renewal ahead of the end that fails', () => {
  it.each([
    ['the vendor is down', new TransientError('down')],
    ['the vendor limits it', new ThrottledError(new Date(start))],
  ])('does not matter yet when %s', async (_, failure) => {
    const store = stored({ expiresAt: start + 1000 });
    const tokens = new RefreshingTokenSource({ store, refresh: () => Promise.reject(failure), clock });
    expect((await tokens.current(signal)).reveal()).toBe('a1');
  });

  it.each([
    ['the vendor refuses it', new AuthError('authorise again')],
    ['something is broken', new Error('the store is broken')],
  ])('is told when %s', async (_, failure) => {
    const store = stored({ expiresAt: start + 1000 });
    const tokens = new RefreshingTokenSource({ store, refresh: () => Promise.reject(failure), clock });
    await expect(tokens.current(signal)).rejects.toBe(failure);
  });

  it('is told with the way out when there is nothing to renew with', async () => {
    const accessToken = new Sensitive('a1');
    const store = new SharedTokenStore({ accessToken, expiresAt: start });
    const tokens = new RefreshingTokenSource({ store, refresh: issue, clock });
    await expect(tokens.current(signal)).rejects.toThrow(
      'The connection has no refresh token, and its access token is no longer accepted. Authorise the connection again.',
    );
  });
});

describe('another process that renews', () => {
  /** A store whose lock is never free: it only looks at the signal. */
  function lockedStore(failure?: Error): TokenStore {
    const exclusively: TokenStore['exclusively'] = (_, patience) =>
      new Promise((__, reject) => {
        patience.addEventListener('abort', () => {
          reject(failure ?? (patience.reason as Error));
        });
      });
    return { load: () => Promise.resolve(stored().tokens), exclusively };
  }

  async function outOfPatience(store: TokenStore): Promise<unknown> {
    const patience = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const tokens = new RefreshingTokenSource({ store, refresh: issue, clock });
    const renewed = tokens.renew(new Sensitive('a1'), signal).catch((error: unknown) => error);
    patience.abort();
    expect(timeout).toHaveBeenCalledWith(60_000);
    return renewed;
  }

  it('is waited for a minute, and the call is worth another try then', async () => {
    const error = await outOfPatience(lockedStore());
    expect(error).toBeInstanceOf(TransientError);
    expect(error).toMatchObject({ message: "Another process is renewing the connection's token." });
  });

  it('does not hide what else went wrong', async () => {
    const failure = new AuthError('authorise again');
    expect(await outOfPatience(lockedStore(failure))).toBe(failure);
  });
});
