import { describe, expect, it } from '@jest/globals';
import { allowsCoreDumps } from './core-dumps.js';

function limits(soft: string): string {
  return `Limit                     Soft Limit           Hard Limit           Units
Max stack size            8388608              unlimited            bytes
Max core file size        ${soft.padEnd(20)} unlimited            bytes
`;
}

describe('allowsCoreDumps', () => {
  it.each([
    ['unlimited', true],
    ['4096', true],
    ['0', false],
  ])('takes a soft limit of %s for %s', (soft, allowed) => {
    expect(allowsCoreDumps(limits(soft))).toBe(allowed);
  });

  it('knows nothing where the system does not tell', () => {
    expect(allowsCoreDumps('')).toBe(false);
  });
});
