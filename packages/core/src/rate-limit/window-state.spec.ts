import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentWithin, windowStateOf } from './window-state.js';

const now = 1_700_000_000_000;
const names = { limit: 'x-limit', remaining: 'x-remaining', reset: 'x-reset' };
const limit = { requests: 100, seconds: 10, headers: { ...names, resetIn: 'seconds' as const } };
const epoch = { ...limit, headers: { ...names, resetIn: 'epoch_seconds' as const } };

describe('the state of a window', () => {
  it.each([
    [
      { 'x-limit': '50', 'x-remaining': '7', 'x-reset': '3' },
      { requests: 50, remaining: 7, resetSeconds: 3 },
    ],
    [{ 'x-limit': ' 750, 750;w=60' }, { requests: 750 }],
    [
      { 'x-limit': '0', 'x-remaining': '0', 'x-reset': '0' },
      { remaining: 0, resetSeconds: 0 },
    ],
    [{ 'x-reset': '11' }, { resetSeconds: 10 }],
    [{ 'x-limit': 'w=60', 'x-remaining': '-1', 'x-reset': 'soon' }, {}],
    [{}, {}],
  ])('of %j is %j', (headers, state) => {
    expect(windowStateOf(limit, new Headers(headers), now)).toStrictEqual(state);
  });

  it.each([
    [now / 1000 + 4, 4],
    [now / 1000 - 4, 0],
    [now / 1000 + 86_400, 10],
  ])('that begins anew at %d does so in %d seconds', (reset, seconds) => {
    expect(windowStateOf(epoch, new Headers({ 'x-reset': String(reset) }), now)).toEqual({
      resetSeconds: seconds,
    });
  });

  it('is not known of a vendor who says nothing', () => {
    const headers = new Headers({ 'x-limit': '50' });
    expect(windowStateOf({ requests: 100, seconds: 10 }, headers, now)).toEqual({});
  });

  it('is within the window, whatever the headers say', () => {
    const header = fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.integer().map(String));
    fc.assert(
      fc.property(header, header, header, fc.constantFrom(limit, epoch), (one, two, three, window) => {
        const headers = new Headers({ 'x-limit': one, 'x-remaining': two, 'x-reset': three });
        const { requests = 1, remaining = 0, resetSeconds = 0 } = windowStateOf(window, headers, now);
        expect(requests).toBeGreaterThan(0);
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(resetSeconds).toBeGreaterThanOrEqual(0);
        expect(resetSeconds).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('what a bucket may hold within a window', () => {
  it.each([
    [{}, undefined],
    [{ resetSeconds: 3 }, undefined],
    [{ remaining: 7 }, 7],
    [{ remaining: 7, resetSeconds: 3 }, 7],
    [{ remaining: 0 }, 0],
    [{ remaining: 0, resetSeconds: 3 }, -5],
    [{ remaining: 0, resetSeconds: 0.1 }, 0],
  ])('of %j is %p', (state, content) => {
    expect(contentWithin(state, 2)).toBe(content);
  });
});
