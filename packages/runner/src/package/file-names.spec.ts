import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentPath, dataPath, folderName, linkTo, readableName } from './file-names.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    '.',
    '..',
    'CON',
    'nul.txt',
    '../..',
    'a/b',
    'C:\\x',
    'a.',
    ' ',
    '\u202Egpj.exe',
    '\uD800',
    'é'.repeat(200),
  ),
);
const name = fc.record({
  connection: text,
  resource: fc.option(text, { nil: undefined }),
  recordId: text,
  name: text,
});

describe('names in a package', () => {
  it('are safe on every file system, whatever the vendor says', () => {
    fc.assert(
      fc.property(name, (given) => {
        const segments = attachmentPath(given).split('/');
        expect(segments).toHaveLength(3);
        for (const segment of segments) {
          expect(segment).not.toMatch(/\p{C}|[\\:*?"<>|]|^[. ]|[. ]$/u);
          expect(segment).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(255);
        }
      }),
    );
  });

  it('differ for different records, also where case is ignored', () => {
    const place = fc.record({ resource: text, recordId: text });
    fc.assert(
      fc.property(place, place, text, text, (one, other, first, second) => {
        fc.pre(one.resource !== other.resource || one.recordId !== other.recordId);
        const [left, right] = [
          attachmentPath({ connection: 'c', ...one, name: first }),
          attachmentPath({ connection: 'c', ...other, name: second }),
        ];
        expect(left.toLowerCase().normalize('NFC')).not.toBe(right.toLowerCase().normalize('NFC'));
      }),
    );
  });

  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['Rechnung März.pdf', 'Rechnung März.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\x.exe', 'C-Windows-x.exe'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    [`${'long '.repeat(100)}.jpeg`, `${'long '.repeat(23).trim()}.jpeg`],
    ['safe\u202Egpj.exe', 'safegpj.exe'],
    ['...png', 'png'],
  ])('are readable: %j becomes %j', (given, expected) => {
    expect(readableName(given)).toBe(expected);
  });

  it('leave plain names as they are and mark changed ones', () => {
    expect(dataPath('drift_eu-1', 'messages')).toBe('data/drift_eu-1/messages.jsonl');
    expect(folderName('nul')).toMatch(/^nul~[0-9a-f]{16}$/);
    expect(folderName('Drift')).not.toBe(folderName('drift'));
  });

  it('become relative links that lead back to the path', () => {
    fc.assert(
      fc.property(name, (given) => {
        const path = attachmentPath(given);
        expect(linkTo(path)).toMatch(/^attachments\//);
        expect(decodeURIComponent(new URL(linkTo(path), 'file:///package/').pathname)).toBe(
          `/package/${path}`,
        );
      }),
    );
  });
});
