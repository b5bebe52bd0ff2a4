import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AdaptiveRate } from './adaptive-rate.js';

describe('AdaptiveRate', () => {
  it('is cut once for all requests that were under way', () => {
    const rate = new AdaptiveRate(10);
    for (let count = 0; count < 8; count += 1) rate.sent();
    const cuts = Array.from({ length: 8 }, () => rate.throttled(0));
    expect(cuts).toEqual([true, ...Array<boolean>(7).fill(false)]);
    expect(rate.current).toBeCloseTo(7);
  });

  it('is cut again for a request sent since', () => {
    const rate = new AdaptiveRate(10);
    rate.sent();
    rate.throttled(0);
    rate.sent();
    expect(rate.throttled(1)).toBe(true);
    expect(rate.current).toBeCloseTo(4.9);
  });

  it('knows by the good answers, too, that nothing from before is under way', () => {
    const rate = new AdaptiveRate(10);
    for (let count = 0; count < 3; count += 1) rate.sent();
    rate.throttled(0);
    rate.succeeded();
    rate.succeeded();
    rate.sent();
    expect(rate.throttled(1)).toBe(true);
  });

  it('does not wait for ever for answers that were lost', () => {
    const rate = new AdaptiveRate(10);
    for (let count = 0; count < 100; count += 1) rate.sent();
    rate.throttled(0);
    expect(rate.throttled(4999)).toBe(false);
    expect(rate.throttled(5000)).toBe(true);
  });

  it('recovers slowly, and fully', () => {
    const rate = new AdaptiveRate(10);
    rate.throttled(0);
    rate.succeeded();
    expect(rate.current).toBeCloseTo(7.05);
    for (let count = 0; count < 60; count += 1) rate.succeeded();
    expect(rate.current).toBe(10);
  });

  it('stays between a tenth and the whole, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('sent', 'throttled', 'succeeded')), (events) => {
        const rate = new AdaptiveRate(10);
        events.forEach((event, index) => rate[event](index * 1000));
        expect(rate.current).toBeGreaterThanOrEqual(1);
        expect(rate.current).toBeLessThanOrEqual(10);
      }),
    );
  });
});
