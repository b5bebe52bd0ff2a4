import { describe, expect, it } from '@jest/globals';
import { TransientError, VendorNotFoundError } from '../errors/index.js';
import { answeredWith } from './answered-with.js';

describe('answeredWith', () => {
  const gone = () => new VendorNotFoundError('gone', { status: 410 });

  it.each([
    [[410], true],
    [[404, 410], true],
    [[404], false],
    [[], false],
  ])('knows whether the status is among %j', (statuses, expected) => {
    expect(answeredWith(gone(), ...statuses)).toBe(expected);
  });

  it('is false of what is no answer', () => {
    const alike = Object.assign(new Error('410'), { place: { status: 410 } });
    for (const other of [alike, new TransientError('down'), { place: { status: 410 } }, undefined])
      expect(answeredWith(other, 410, undefined as unknown as number)).toBe(false);
  });
});
