import { describe, expect, it } from '@jest/globals';
import { duration } from './duration.mjs';
import { enumeration } from './enumeration.mjs';

describe('duration', () => {
  it.each([
    [1, '1 second'],
    [0.5, '0.5 seconds'],
    [90, '90 seconds'],
    [600, '10 minutes'],
    [7200, '2 hours'],
    [1_209_600, '14 days'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

describe('enumeration', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('of %j is %j', (items, words) => {
    expect(enumeration(items)).toBe(words);
  });
});
