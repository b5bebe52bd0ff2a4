import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Sensitive } from '../redaction/sensitive.js';
import { isDue, isExpired, lifeOf } from './token-set.js';

const now = 1_700_000_000_000;
const accessToken = new Sensitive('a1');

describe('the life of a token', () => {
  it.each([
    [7200, 7_200_000, 7_080_000],
    [800, 800_000, 680_000],
    [100, 100_000, 85_000],
    [0, 0, 0],
  ])('of %d seconds ends then, and is renewed ahead', (seconds, end, renewal) => {
    expect(lifeOf(now, seconds)).toEqual({ expiresAt: now + end, refreshAt: now + renewal });
  });

  it('may have no end', () => {
    expect(lifeOf(now, null)).toStrictEqual({ expiresAt: null });
  });

  it('is mostly over when it is renewed, at most two minutes early', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        const { expiresAt, refreshAt } = lifeOf(now, seconds);
        const early = expiresAt! - refreshAt!;
        expect(early).toBeGreaterThanOrEqual(0);
        expect(early).toBeLessThanOrEqual(Math.min(120_000, seconds * 150));
      }),
    );
  });
});

describe('a token', () => {
  it.each([
    [now - 1, true],
    [now, true],
    [now + 1, false],
    [null, false],
  ])('that expires at %d is expired: %s', (expiresAt, expired) => {
    expect(isExpired({ accessToken, expiresAt }, now)).toBe(expired);
  });

  it.each([
    [{ expiresAt: now + 120_000 }, true],
    [{ expiresAt: now + 120_001 }, false],
    [{ expiresAt: now + 500_000, refreshAt: now }, true],
    [{ expiresAt: now + 500_000, refreshAt: now + 1 }, false],
    [{ expiresAt: now + 1, refreshAt: now + 1 }, false],
    [{ expiresAt: null, refreshAt: now - 1 }, false],
  ])('with %j is to be renewed: %s', (times, due) => {
    expect(isDue({ accessToken, ...times }, now)).toBe(due);
  });
});
