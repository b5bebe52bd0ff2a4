import { describe, expect, it } from '@jest/globals';
import { paceOf } from './pace.js';

describe('the pace below a limit', () => {
  it.each([
    [{ requestsPerSecond: 8, burst: 20 }, 0.75, { size: 15, perSecond: 6 }],
    [{ requestsPerSecond: 8, burst: 20 }, 1, { size: 20, perSecond: 8 }],
    [{ requestsPerSecond: 8, burst: 1 }, 0.5, { size: 1, perSecond: 4 }],
    [{ requests: 100, seconds: 10 }, 0.75, { size: 25, perSecond: 7.5 }],
    [{ requests: 100, seconds: 10 }, 1, { size: 1, perSecond: 10 }],
    [{ requests: 3, seconds: 1 }, 0.75, { size: 1, perSecond: 2.25 }],
  ])('of %j with the share %d is %j', (limit, share, pace) => {
    expect(paceOf(limit, share)).toEqual(pace);
  });
});
