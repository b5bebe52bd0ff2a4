import { describe, expect, it } from '@jest/globals';
import type { RateLimit } from '@privacy-connectors/core';
import { defaultShare, paceOf } from '@privacy-connectors/core/rate-limit';
import fc from 'fast-check';
import { leaseTerms } from './lease-terms.js';

const limits: fc.Arbitrary<RateLimit> = fc.oneof(
  fc.record({
    requestsPerSecond: fc.double({ min: 0.2, max: 400, noNaN: true }),
    burst: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({ requests: fc.integer({ min: 1, max: 4000 }), seconds: fc.constantFrom(1, 10, 60) }),
);
const some = fc.array(limits, { minLength: 1, maxLength: 3 });

describe('the terms of a lease', () => {
  it('keep the shared bucket and all lateness within the burst of the share', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { paces, permits, validity } = leaseTerms(given);
        given.forEach((limit, index) => {
          const share = paceOf(limit, defaultShare);
          const late = permits - 1 + share.perSecond * (Math.max(0, validity - 5) / 1000);
          expect(paces[index]!.size + late).toBeLessThanOrEqual(Math.max(share.size, 1.125) + 1e-9);
          expect(paces[index]!.perSecond).toBe(share.perSecond);
        });
      }),
    );
  });

  it('lease about half a second of the rate, and at least one permit', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { permits, validity } = leaseTerms(given);
        const slowest = Math.min(...given.map((limit) => paceOf(limit, defaultShare).perSecond));
        expect(permits).toBeGreaterThanOrEqual(1);
        expect(permits).toBeLessThanOrEqual(1 + slowest / 2);
        expect(validity).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it.each([
    [{ requestsPerSecond: 50, burst: 1 }, 1],
    [{ requests: 3, seconds: 1 }, 1],
    [{ requestsPerSecond: 50, burst: 20 }, 6],
    [{ requestsPerSecond: 5, burst: 10 }, 2],
  ])('of %j allow %i at once', (limit, permits) => {
    expect(leaseTerms([limit]).permits).toBe(permits);
  });
});
