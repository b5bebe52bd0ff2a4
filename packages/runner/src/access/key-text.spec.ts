import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf, newKeyText, parseKeyText } from './key-text.js';

describe('the text of a key', () => {
  it('is 64 characters long, and read back as it was made', () => {
    const key = newKeyText();
    const read = parseKeyText(key.text.reveal());
    expect(key.text.reveal()).toHaveLength(64);
    expect(read?.id).toBe(key.id);
    expect(read && digestOf(read).equals(digestOf(key))).toBe(true);
  });

  it('is another one each time', () => {
    const made = Array.from({ length: 1000 }, newKeyText);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1000);
    expect(new Set(made.map(({ text }) => text.reveal().slice(-43))).size).toBe(1000);
  });

  it('is refused when it is longer or shorter', () => {
    const text = newKeyText().text.reveal();
    fc.assert(
      fc.property(fc.nat({ max: 63 }), fc.string({ minLength: 1 }), (length, more) => {
        expect(parseKeyText(text.slice(0, length))).toBeUndefined();
        expect(parseKeyText(text + more)).toBeUndefined();
        expect(parseKeyText(more + text)).toBeUndefined();
      }),
    );
  });

  it('is refused, without a failure, when it is anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(parseKeyText(text)).toBeUndefined();
        expect(parseKeyText(`dsr_${text}_${text}`)).toBeUndefined();
      }),
    );
  });

  it('tells keys apart that a lenient decoder takes for the same', () => {
    const [one, two] = ['A', 'B'].map((last) =>
      parseKeyText(`dsr_${'0'.repeat(16)}_${'A'.repeat(42)}${last}`),
    );
    expect(one && two && digestOf(one).equals(digestOf(two))).toBe(false);
  });

  it('is not printed by accident', () => {
    const key = newKeyText();
    expect(`${JSON.stringify(key)}${String(key.text)}`).not.toContain(key.text.reveal());
  });
});
