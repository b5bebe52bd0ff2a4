import { describe, expect, it } from '@jest/globals';
import { isOldNode } from './node-version.mjs';

describe('isOldNode', () => {
  it.each(['18.20.4', '20.18.9', '20.2.0', '4.9.1'])('refuses %s', (version) => {
    expect(isOldNode(version, '20.19.0')).toBe(true);
  });

  it.each(['20.19.0', '20.19.1', '20.20.0', '22.1.0', '100.0.0'])('takes %s', (version) => {
    expect(isOldNode(version, '20.19.0')).toBe(false);
  });
});
