import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { utf8Length } from '../../src/redaction/text/decoding/utf8-length.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const redactor = new TextRedactor([
  { names: ['Anna Kowalska'], identifiers: [], treatment: { label: 'Person 2', reason: 'agent' } },
]);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

describe('encoded bytes', () => {
  it('are one character of UTF-8 where the platform says so', () => {
    const anything = fc.uint8Array({ minLength: 1, maxLength: 4 });
    const character = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 1 })
      .map((text) => Buffer.from(text));
    const edge = fc.constantFrom(
      0x00,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xed,
      0xf0,
      0xf4,
    );
    const edges = fc.array(edge, { minLength: 1, maxLength: 4 }).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(fc.oneof(anything, character, edges), (bytes) => {
        expect(utf8Length(bytes, 0)).toBe(lengthByPlatform(bytes));
      }),
      { numRuns: 5_000 },
    );
  });

  const length = 300_000;
  it.each([
    ['that are no UTF-8, in URLs', '%ff'.repeat(length / 3)],
    ['that are no UTF-8, in quoted-printable', '=ff'.repeat(length / 3)],
    ['in Windows-1251', '=C0=ED=ED=E0 '.repeat(length / 13)],
    ['with a name at each depth', `${'%ff'.repeat(length / 9)}${namesAtDepths()}`],
  ])('%s are read in seconds', (_, text) => {
    const start = process.cpuUsage();
    redactor.redact(text, { unknown: 'quoted', onReplaced: () => undefined });
    expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(3);
  });
});

function lengthByPlatform(bytes: Uint8Array): number {
  const lengths = [1, 2, 3, 4].filter((length) => length <= bytes.length);
  return lengths.find((length) => isCharacter(bytes.subarray(0, length))) ?? 0;
}

function isCharacter(bytes: Uint8Array): boolean {
  try {
    return Array.from(utf8.decode(bytes)).length === 1;
  } catch {
    return false;
  }
}

function namesAtDepths(): string {
  return Array.from({ length: 11 }, (_, depth) => ` %${'25'.repeat(depth)}41nna`).join('');
}
