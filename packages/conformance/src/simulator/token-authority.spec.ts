import { describe, expect, it } from '@jest/globals';
import {
  TokenAuthority,
  type GrantResult,
  type IssuedTokens,
  type RefreshRotation,
} from './token-authority.js';

const CLIENT = { clientId: 'client', clientSecret: 'secret' };
const REDIRECT = 'http://127.0.0.1:9/callback';

describe('TokenAuthority', () => {
  it('exchanges a code once, for the right client and redirect URI', () => {
    const { authority } = setUp('replace');
    const code = authority.authorize(['read'], REDIRECT);
    expect(authority.exchangeCode({ clientId: 'client', clientSecret: 'wrong' }, code)).toEqual(
      refused('invalid_client'),
    );
    const tokens = issued(authority.exchangeCode(CLIENT, code, REDIRECT));
    expect(tokens).toMatchObject({ expiresInSeconds: 60, scopes: ['read'] });
    expect(authority.exchangeCode(CLIENT, code, REDIRECT)).toEqual(refused('invalid_grant'));
    const other = authority.authorize(['read'], REDIRECT);
    expect(authority.exchangeCode(CLIENT, other, `${REDIRECT}/other`)).toEqual(refused('invalid_grant'));
  });

  it('expires access tokens to the millisecond and never a static one', () => {
    const { authority, clock } = setUp('replace');
    const { accessToken } = connect(authority);
    const fixed = authority.issueStatic(['read']);
    clock.now = 59_999;
    expect(authority.kindOf(accessToken)).toBe('oauth');
    clock.now = 60_000;
    expect(authority.information(accessToken)).toBeUndefined();
    expect(authority.kindOf(accessToken)).toBe('expired');
    expect(authority.information(fixed)).toMatchObject({ kind: 'static', expiresAt: undefined });
  });

  it('keeps a refresh token that does not rotate', () => {
    const { authority } = setUp('keep');
    const { refreshToken } = connect(authority);
    expect(issued(authority.refresh(CLIENT, refreshToken)).refreshToken).toBe(refreshToken);
    expect(authority.refresh(CLIENT, refreshToken).ok).toBe(true);
  });

  it('ends a replaced refresh token at once', () => {
    const { authority } = setUp('replace');
    const first = connect(authority);
    const second = issued(authority.refresh(CLIENT, first.refreshToken));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(authority.refresh(CLIENT, first.refreshToken)).toEqual(refused('invalid_grant'));
    expect(authority.refresh(CLIENT, second.refreshToken).ok).toBe(true);
  });

  it('ends a refresh token when the access token of its successor is first used', () => {
    const { authority } = setUp('replace-on-use');
    const first = connect(authority);
    issued(authority.refresh(CLIENT, first.refreshToken));
    const second = issued(authority.refresh(CLIENT, first.refreshToken));
    expect(authority.use(second.accessToken)).toBeDefined();
    expect(authority.refresh(CLIENT, first.refreshToken)).toEqual(refused('invalid_grant'));
  });

  it('ends a refresh token when its successor is first used', () => {
    const { authority } = setUp('replace-on-use');
    const first = connect(authority);
    const second = issued(authority.refresh(CLIENT, first.refreshToken));
    issued(authority.refresh(CLIENT, second.refreshToken));
    expect(authority.refresh(CLIENT, first.refreshToken)).toEqual(refused('invalid_grant'));
  });

  it('revokes access, refresh and static tokens', () => {
    const { authority } = setUp('keep');
    const { accessToken, refreshToken } = connect(authority);
    const fixed = authority.issueStatic([]);
    for (const token of [accessToken, refreshToken, fixed]) authority.revoke(token);
    expect([authority.kindOf(accessToken), authority.kindOf(fixed)]).toEqual(['revoked', 'revoked']);
    expect(authority.refresh(CLIENT, refreshToken)).toEqual(refused('invalid_grant'));
  });

  it('expires every OAuth token on demand and leaves refreshing possible', () => {
    const { authority } = setUp('replace');
    const { accessToken, refreshToken } = connect(authority);
    const fixed = authority.issueStatic([]);
    authority.expireAccessTokens();
    expect([authority.kindOf(accessToken), authority.kindOf(fixed)]).toEqual(['expired', 'static']);
    expect(authority.refresh(CLIENT, refreshToken).ok).toBe(true);
  });

  it('knows no made-up token', () => {
    const { authority } = setUp('replace');
    expect([authority.kindOf(undefined), authority.kindOf('made-up')]).toEqual(['none', 'unknown']);
    expect(authority.use('made-up')).toBeUndefined();
  });
});

function setUp(rotation: RefreshRotation) {
  const clock = { now: 0 };
  const options = { ...CLIENT, seed: 1, accessTokenSeconds: 60, rotation, now: () => clock.now };
  return { authority: new TokenAuthority(options), clock };
}

function connect(authority: TokenAuthority): IssuedTokens {
  return issued(authority.exchangeCode(CLIENT, authority.authorize(['read'], REDIRECT)));
}

function issued(result: GrantResult): IssuedTokens {
  if (!result.ok) throw new Error(`The grant was refused: ${result.error}`);
  return result.tokens;
}

function refused(error: string): unknown {
  return { ok: false, error };
}
