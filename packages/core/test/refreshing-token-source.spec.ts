import { describe, expect, it } from '@jest/globals';
import { AuthError, TransientError } from '../src/errors/index.js';
import { Sensitive } from '../src/index.js';
import { RefreshingTokenSource, type TokenSet } from '../src/oauth/index.js';
import { SharedTokenStore } from './support/token-store.js';

const signal = new AbortController().signal;
const start = 1_700_000_000_000;
const hour = 3_600_000;

/** A vendor that rotates: a refresh token works once. Time stands where the test puts it. */
function world(first: Partial<TokenSet> = {}) {
  const time = { now: start };
  const vendor = { issued: 1, valid: 'r1', failure: undefined as Error | undefined };
  const store = new SharedTokenStore({
    accessToken: new Sensitive('a1'),
    refreshToken: new Sensitive('r1'),
    expiresAt: start + hour,
    ...first,
  });
  const refresh = async (refreshToken: Sensitive<string>): Promise<TokenSet> => {
    await Promise.resolve();
    if (vendor.failure !== undefined) throw vendor.failure;
    if (refreshToken.reveal() !== vendor.valid) throw new AuthError('authorise the connection again');
    vendor.issued += 1;
    vendor.valid = `r${String(vendor.issued)}`;
    store.events.push('issued');
    return {
      accessToken: new Sensitive(`a${String(vendor.issued)}`),
      refreshToken: new Sensitive(vendor.valid),
      expiresAt: time.now + hour,
    };
  };
  const clock = { now: () => time.now, sleep: () => Promise.resolve() };
  const source = () => new RefreshingTokenSource({ store, refresh, clock });
  return { time, vendor, store, source };
}

const reveal = async (token: Promise<Sensitive<string>>) => (await token).reveal();

describe('RefreshingTokenSource', () => {
  it('uses the stored token until two minutes before its end', async () => {
    const { time, source, vendor } = world();
    const tokens = source();
    expect(await reveal(tokens.current(signal))).toBe('a1');
    time.now = start + hour - 120_001;
    expect(await reveal(tokens.current(signal))).toBe('a1');
    time.now += 1;
    expect(await reveal(tokens.current(signal))).toBe('a2');
    expect(await reveal(tokens.current(signal))).toBe('a2');
    expect(vendor.issued).toBe(2);
  });

  it('never renews a token without an end by itself', async () => {
    const { time, source } = world({ expiresAt: null });
    time.now += 1000 * hour;
    expect(await reveal(source().current(signal))).toBe('a1');
  });

  it('renews once for ten callers in each of three processes', async () => {
    const { source, vendor, store } = world();
    const rejected = new Sensitive('a1');
    const processes = [source(), source(), source()];
    const all = await Promise.all(
      processes.flatMap((tokens) => Array.from({ length: 10 }, () => reveal(tokens.renew(rejected, signal)))),
    );
    expect(new Set(all)).toEqual(new Set(['a2']));
    expect(vendor.issued).toBe(2);
    expect(store.events).toEqual(['issued', 'saved']);
    expect(store.locked).toBe(processes.length);
  });

  it('hands nothing out that is not stored, and stores later what could not be stored', async () => {
    const { source, store, vendor } = world();
    const tokens = source();
    const rejected = new Sensitive('a1');
    store.failNextSave = true;
    await expect(tokens.renew(rejected, signal)).rejects.toThrow('the store is down');
    expect(await reveal(tokens.current(signal).catch(() => new Sensitive('none')))).toBe('a1');
    expect(await reveal(tokens.renew(rejected, signal))).toBe('a2');
    expect([vendor.issued, store.tokens.accessToken.reveal()]).toEqual([2, 'a2']);
  });

  it('says to authorise again when a crash lost the pair of a rotating vendor', async () => {
    const { source, vendor } = world();
    vendor.valid = 'r2';
    await expect(source().renew(new Sensitive('a1'), signal)).rejects.toThrow(AuthError);
  });

  it('needs a refresh token only when the access token no longer works', async () => {
    const { time, store, source } = world();
    store.tokens = { accessToken: new Sensitive('a1'), expiresAt: start + hour };
    time.now = start + hour - 1;
    const tokens = source();
    expect(await reveal(tokens.current(signal))).toBe('a1');
    time.now += 1;
    await expect(tokens.current(signal)).rejects.toThrow(AuthError);
  });

  it('keeps using a token that still works while the vendor cannot renew', async () => {
    const { time, source, vendor } = world();
    vendor.failure = new TransientError('down');
    time.now = start + hour - 1000;
    const tokens = source();
    expect(await reveal(tokens.current(signal))).toBe('a1');
    time.now = start + hour;
    await expect(tokens.current(signal)).rejects.toThrow(TransientError);
    vendor.failure = undefined;
    expect(await reveal(tokens.current(signal))).toBe('a2');
  });

  it('lets a caller go without ending the renewal for the others', async () => {
    const { source, store } = world();
    const tokens = source();
    const leaving = new AbortController();
    const left = tokens.renew(new Sensitive('a1'), leaving.signal);
    const stays = reveal(tokens.renew(new Sensitive('a1'), signal));
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(await stays).toBe('a2');
    expect(store.events).toEqual(['issued', 'saved']);
  });

  it('keeps the old refresh token when the vendor does not rotate', async () => {
    const { store } = world();
    const refresh = () => Promise.resolve({ accessToken: new Sensitive('a2'), expiresAt: null });
    const tokens = new RefreshingTokenSource({ store, refresh });
    await tokens.renew(new Sensitive('a1'), signal);
    expect(store.tokens.refreshToken?.reveal()).toBe('r1');
  });
});
