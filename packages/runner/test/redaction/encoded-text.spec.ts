import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownPerson } from '../../src/redaction/people/known-person.js';
import { readingsOf } from '../../src/redaction/text/readings.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const people: readonly KnownPerson[] = [
  person('Agent 1', ['Jörg Müller-Weiß'], 'joerg@desk.example'),
  person('Person 2', ['Anna Kowalska']),
  person('Person 5', ['Élodie Lefèvre']),
  person('Person 7', [], 'al1984@gmail.example'),
  person('Person 9', ['김민수']),
  person('Person 10', ['이 서연']),
  person('Person 11', ['Анна Иванова']),
  person('Person 12', ['Thijs']),
];

function person(label: string, names: readonly string[], email?: string): KnownPerson {
  const identifiers = email === undefined ? [] : [{ kind: 'email', value: email } as const];
  return { names, identifiers, treatment: { label, reason: 'agent' } };
}

function redacted(text: string): string {
  return new TextRedactor(people).redact(text, { unknown: 'quoted', onReplaced: () => undefined });
}

describe('a text that was encoded', () => {
  it.each([
    [
      'in a URL that was encoded twice',
      'https://x.example/?n=J%25C3%25B6rg%2520M%25C3%25BCller',
      'https://x.example/?n=Agent 1',
    ],
    ['after an ampersand', 'J&ouml;rg&amp;Anna, 100%25Anna', 'Agent 1&amp;Person 2, 100%25Person 2'],
    [
      'in Korean, decomposed',
      `${'김민수님이'.normalize('NFD')} ${encodeURIComponent('이서연'.normalize('NFD'))}`,
      'Person 9 Person 10',
    ],
    [
      'an address that was encoded twice',
      'https://t.example/?e=joerg%2540desk.example&x',
      'https://t.example/?e=Agent 1&x',
    ],
    [
      'one encoded three times',
      'https://t.example/?e=al1984%252540gmail.example',
      'https://t.example/?e=Person 7',
    ],
    [
      'an address in an address',
      '<a href="https://t.example/?u=https%3A%2F%2Fx.example%2F%3Fe%3Dal1984%2540gmail.example">x</a>',
      '<a href="https://t.example/?u=https%3A%2F%2Fx.example%2F%3Fe%3DPerson 7">x</a>',
    ],
    [
      'one with an encoded entity',
      '<a href="mailto:al1984&amp;#64;gmail.example">x</a>',
      '<a href="mailto:Person 7">x</a>',
    ],
    [
      'one in an entity in a URL',
      'https://t.example/?e=al1984%26%2364%3Bgmail.example',
      'https://t.example/?e=Person 7',
    ],
    ['one in a URL in an entity', 'al1984&percnt;40gmail&#37;2Eexample&period;', 'Person 7&period;'],
    ['one in a URL in JSON', '{"to":"al1984\\u002540gmail.example"}', '{"to":"Person 7"}'],
    ['one in JSON in JSON', '{"to":"al1984\\\\u0040gmail\\\\x2eexample"}', '{"to":"Person 7"}'],
    ['one in an old URL', 'al1984%u0040gmail.example', 'Person 7'],
    ['one in quoted-printable', 'to al1984=40gmail=2Eexample.', 'to Person 7.'],
    ['one in quoted-printable, broken', 'to al19=\r\n84@gmail.ex=\nample.', 'to Person 7.'],
    ['one in quoted-printable in a URL', 'al1984%3D40gmail.example', 'Person 7'],
    [
      'one beside a field that looks like it',
      '?e=al1984%40gmail.example&f=Deb&a=40',
      '?e=Person 7&f=Deb&a=40',
    ],
    ['a name in quoted-printable', 'Von: J=C3=B6rg M=FCl=\nler', 'Von: Agent 1'],
    ['a name in the bytes of old pages', '?n=J%F6rg%20M%FCller&x', '?n=Agent 1&x'],
    ['a name in an entity that does not end', 'J&oumlrg and J&#246rg', 'Agent 1 and Agent 1'],
    ['a name in the head of a mail', 'An: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <x>', 'An: Agent 1 <x>'],
    ['one in base64', 'An: =?UTF-8?B?SsO2cmcgTcO8bGxlcg==?= <x>', 'An: Agent 1 <x>'],
    [
      'a name in elements that are text',
      'An&lt;i title="x"&gt;na&lt;/i&gt;!',
      'Person 2&lt;i title="x"&gt;&lt;/i&gt;!',
    ],
    ['an address in an entity with many zeros', 'al1984&#x00000000000040;gmail.example', 'Person 7'],
    ['a letter that is an entity of two', 'Th&ijlig;s', 'Person 12'],
    ['an entity of which the end is encoded', 'al1984&#64%3Bgmail.example', 'Person 7'],
    [
      'one as the name of a picture',
      '<img src="https://t.example/al1984@gmail.example.png">',
      '<img src="https://t.example/Person 7">',
    ],
  ])('loses %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  const handles = [
    ['김민수', 'Person 9'],
    ['Élodie Lefèvre', 'Person 5'],
    ['Анна Иванова', 'Person 11'],
    ['al1984@gmail.example', 'Person 7'],
  ] as const;
  const link = (text: string) => `<a href="https://t.example/?e=${text}&x=1">${text}</a>`;

  it('loses names and addresses however and however often they were encoded, as a whole', () => {
    const encoding = fc.constantFrom(...Object.values(wholly));
    fc.assert(
      fc.property(
        fc.constantFrom(...handles),
        fc.constantFrom('NFC', 'NFD'),
        fc.array(encoding, { minLength: 1, maxLength: 5 }),
        ([handle, label], shape, by) => {
          const encoded = by.reduce((text, encode) => encode(text), handle.normalize(shape));
          expect(redacted(link(encoded))).toBe(link(label));
        },
      ),
    );
  });

  it('loses them also where each character was encoded otherwise', () => {
    const name = fc.constantFrom(...Object.keys(singly));
    const rounds = fc.array(fc.infiniteStream(name), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.constantFrom(...handles), rounds, ([handle, label], by) => {
        const encoded = by.reduce<string>(
          (text, names) =>
            Array.from(text, (character) => {
              const next = names.next();
              return next.done === true ? character : singly[next.value]?.(character);
            }).join(''),
          handle,
        );
        expect(redacted(link(encoded))).toBe(link(label));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every word of a text without others, however it is encoded', () => {
    const piece = fc.constantFrom(
      '%41',
      '&amp;',
      '&#',
      '\\u00',
      '=4',
      '=\n',
      'word',
      ' ',
      '%',
      '25',
      '40',
      '<b>',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(redacted(pieces.join(''))).toBe(pieces.join(''));
      }),
    );
  });

  it('is read in work that grows with its length only', () => {
    const piece = fc.constantFrom(
      ...[
        '%',
        '25',
        '%25',
        '%40',
        '&',
        '&amp;',
        'amp;',
        '#64;',
        '\\',
        '\\u0040',
        '=',
        '3D',
        '=\n',
        '<a ',
        '>',
        'a',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const [once, twice] = [200, 400].map((times) => charactersRead(pieces.join('').repeat(times)));
        expect(once).toBeLessThan(200 * pieces.join('').length * mostReadings);
        expect(twice).toBeLessThan(2.2 * (once ?? 0) + 100);
      }),
      { numRuns: 200 },
    );
  });
});

/** Encodings of a whole text. */
const wholly = {
  url: encodeURIComponent,
  json: (text: string) => JSON.stringify(text).slice(1, -1),
  html: (text: string) =>
    text.includes('&')
      ? text.replaceAll('&', '&amp;')
      : Array.from(text, (character) => `&#${String(character.codePointAt(0))};`).join(''),
  mail: (text: string) => bytesOf(text.replaceAll('=', '=3D'), '=').replace(/^(.{6})/u, '$1=\r\n'),
};

/** Encodings of a single character; `none` leaves alone what means nothing in any of them. */
const singly: { readonly [name: string]: (character: string) => string } = {
  url: (character) => [...Buffer.from(character)].map((byte) => `%${hex(byte)}`).join(''),
  mail: (character) => [...Buffer.from(character)].map((byte) => `=${hex(byte)}`).join(''),
  decimal: (character) => `&#${String(character.codePointAt(0))};`,
  hexadecimal: (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`,
  none: (character) => (/[%&#;=\\]/.test(character) ? encodeURIComponent(character) : character),
  json: (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
};

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** Whatever is not ASCII. */
function bytesOf(text: string, mark: string): string {
  return text.replace(/[^\x00-\x7F]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `${mark}${hex(byte)}`).join(''),
  );
}

/** Two kinds of decoding, thirteen layers each, every one as it is shown and as it stands. */
const mostReadings = 52;

function charactersRead(text: string): number {
  return readingsOf(text).reduce((sum, read) => sum + (read(text)?.lower.length ?? 0), 0);
}
