import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../errors/runner-error.js';
import { parsePort } from './port.js';

describe('parsePort', () => {
  it('accepts every port', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), (port) => {
        expect(parsePort('--port', String(port))).toBe(port);
      }),
    );
  });

  it.each(['', '-1', '65536', '100000', '1e3', '0x50', ' 80', '80.5', 'http'])('refuses %j', (text) => {
    expect(() => parsePort('--port', text)).toThrow(InputError);
  });
});
