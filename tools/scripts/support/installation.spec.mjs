import { describe, expect, it } from '@jest/globals';
import { fits } from './installation.mjs';

const one = { version: '1.0.0', integrity: 'sha512-one' };
const wanted = {
  '': { name: 'workspace' },
  'packages/core': { name: 'core' },
  'node_modules/one': one,
  'node_modules/other-system': { version: '2.0.0', integrity: 'sha512-other', optional: true },
};

describe('an installation', () => {
  it('fits when all but what is optional is there', () => {
    expect(fits(wanted, { 'node_modules/one': { ...one } })).toBe(true);
  });

  it.each([
    ['nothing is there', {}],
    ['another version is there', { 'node_modules/one': { ...one, version: '1.0.1' } }],
    ['other bytes are there', { 'node_modules/one': { ...one, integrity: 'sha512-two' } }],
    [
      'an optional package has another version',
      { 'node_modules/one': one, 'node_modules/other-system': { version: '1.9.0', optional: true } },
    ],
  ])('does not fit when %s', (_, present) => {
    expect(fits(wanted, present)).toBe(false);
  });
});
