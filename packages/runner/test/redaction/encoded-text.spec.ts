import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownPerson } from '../../src/redaction/people/known-person.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const people: readonly KnownPerson[] = [
  person('Agent 1', ['Jörg Müller-Weiß'], 'joerg@desk.example'),
  person('Person 2', ['Anna Kowalska']),
  person('Person 5', ['Élodie Lefèvre']),
  person('Person 7', [], 'al1984@gmail.example'),
  person('Person 9', ['김민수']),
  person('Person 10', ['이 서연']),
  person('Person 11', ['Анна Иванова']),
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
      'one as the name of a picture',
      '<img src="https://t.example/al1984@gmail.example.png">',
      '<img src="https://t.example/Person 7">',
    ],
  ])('loses %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it('loses names and addresses however often they were encoded', () => {
    const encodings = {
      url: encodeURIComponent,
      html: (text: string) =>
        text.includes('&')
          ? text.replaceAll('&', '&amp;')
          : Array.from(text, (character) => `&#${String(character.codePointAt(0))};`).join(''),
    };
    const handles = [
      ['김민수', 'Person 9'],
      ['Élodie Lefèvre', 'Person 5'],
      ['Анна Иванова', 'Person 11'],
      ['al1984@gmail.example', 'Person 7'],
    ] as const;
    const form = fc.constantFrom('NFC', 'NFD');
    const encoding = fc.constantFrom('url', 'html');
    fc.assert(
      fc.property(
        fc.constantFrom(...handles),
        form,
        encoding,
        fc.integer({ min: 1, max: 5 }),
        ([handle, label], shape, by, times) => {
          let encoded = handle.normalize(shape);
          for (let time = 0; time < times; time += 1) encoded = encodings[by](encoded);
          const link = (text: string) => `<a href="https://t.example/?e=${text}&x=1">${text}</a>`;
          expect(redacted(link(encoded))).toBe(link(label));
        },
      ),
    );
  });
});
