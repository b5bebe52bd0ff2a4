import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from './display-width.js';
import { truncate, wrap } from './wrap.js';

const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const width = fc.integer({ min: 2, max: 90 });

describe('wrap', () => {
  it('never exceeds the width and loses nothing but white space', () => {
    fc.assert(
      fc.property(text, width, (whole, columns) => {
        const lines = wrap(whole, columns);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replace(/\s+/g, '')).toBe(whole.replace(/\s+/g, ''));
      }),
    );
  });

  it('fills lines with whole words', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks a word only when it is longer than a line', () => {
    expect(wrap('a abcdefgh', 4)).toEqual(['a', 'abcd', 'efgh']);
  });

  it('counts wide characters as two columns and keeps combined ones together', () => {
    expect(wrap('日本語', 4)).toEqual(['日本', '語']);
    expect(displayWidth('👩‍👩‍👧e\u0301')).toBe(3);
  });
});

describe('truncate', () => {
  it('keeps what fits and marks what it cuts', () => {
    expect(truncate('abcdef', 6)).toBe('abcdef');
    expect(truncate('abcdefg', 6)).toBe('abcde…');
  });

  it('never exceeds the width', () => {
    fc.assert(
      fc.property(text, width, (whole, columns) => {
        expect(displayWidth(truncate(whole, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
