import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scanCassette, type Cassette } from '../../src/index.js';

const secret = 'sk-live-Zx81Qw7+Tn/44hVb';
const known = {
  secrets: [secret],
  identifiers: ['Ada.Lovelace@post.example', '+46 70 123 45 67', '90817263', 'Ådä Ö’Neill'],
};

const encodings: readonly (readonly [string, (value: string) => string])[] = [
  ['as it is', (value) => value],
  ['capital letters', (value) => value.toUpperCase()],
  ['percent encoding', (value) => encodeURIComponent(value)],
  [
    'percent encoding throughout',
    (value) =>
      `%${Buffer.from(value)
        .toString('hex')
        .replaceAll(/(..)(?=.)/g, '$1%')}`,
  ],
  ['percent encoding twice', (value) => encodeURIComponent(encodeURIComponent(value))],
  ['base64', (value) => Buffer.from(value).toString('base64')],
  ['base64 behind something else', (value) => Buffer.from(`user:${value}`).toString('base64url')],
  ['base64 glued to letters', (value) => `xyz${Buffer.from(value).toString('base64')}`],
  ['hexadecimal', (value) => Buffer.from(value).toString('hex')],
  ['JSON in JSON', (value) => JSON.stringify({ value })],
  ['JSON escapes', (value) => Array.from(value, escaped).join('')],
  ['MD5', (value) => createHash('md5').update(value.toLowerCase()).digest('hex')],
  ['SHA-256', (value) => createHash('sha256').update(value).digest('base64url')],
  ['a piece of SHA-256', (value) => createHash('sha256').update(value).digest('hex').slice(20, 40)],
];

const clean: readonly string[] = [
  'abcdefghijklmnopqrst@example.invalid',
  'AbCdefghijKlmnopqrsT@Example.invalid',
  '+999123456789012',
  '999 12 345-6789012',
  'lorem ipsum dolor',
  '2026-06-01T12:00:00.000+02:00',
  '192.0.2.113',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/x-www-form-urlencoded',
  'listConversationsOfContact',
  'https://api.registry.example/v1/people?page_token=ab12&limit=100',
];

const suspicious: readonly (readonly [string, string])[] = [
  ['ada@post.example', 'e-mail address'],
  ['/a/@post.example', 'e-mail address'],
  ['write to <ada@post.example>', 'e-mail address'],
  ['/people?email=ada%40post.example', 'e-mail address'],
  ['{"email":"ada@post.example"}', 'e-mail address'],
  ['+46701234567', 'phone number'],
  ['call (070) 123-45 67 today', 'phone number'],
  ['555-123-4567', 'phone number'],
  ['Bearer abc123', 'bearer token'],
  ['eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.SflKxwRJ', 'JWT'],
  ['9f86d081884c7d659a2feaa0c55ad015', 'long random text'],
  ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'long random text'],
  ['https://x.example/?token=c2VjcmV0IHRva2VuIG51bWJlciAx', 'long random text'],
];

describe('the scanner of cassettes', () => {
  it.each(encodings)('finds what is known under %s', (_, encode) => {
    for (const value of [...known.secrets, ...known.identifiers.slice(0, 1)]) {
      const findings = scanCassette(withText(`before ${encode(value)} after`), known);
      expect(findings).toContainEqual({
        kind: expect.stringMatching(/^known/),
        pointer: '/exchanges/0/answer/body/value/text',
      });
    }
  });

  it('finds numbers in groups, but not in longer numbers', () => {
    for (const text of ['46701234567', '+46-701-234 567', 'tel: +46 (70) 12 34 567', '9081 7263'])
      expect(kindsIn(withText(text))).toContain('known identifier');
    expect(kindsIn(withText('19081726355'))).toEqual([]);
    expect(kindsIn(withValue({ id: 90817263 }))).toEqual(['known identifier']);
  });

  it('finds pieces of secrets in different places, names, and the name of an e-mail address alone', () => {
    expect(kindsIn(withValue({ one: secret.slice(0, 12), two: secret.slice(12) }))).toEqual(['known secret']);
    expect(kindsIn(withValue({ [secret]: 1 }))).toContain('known secret');
    expect(kindsIn(withText('user ada.lovelace of post'))).toEqual(['known identifier']);
    expect(kindsIn(withText('ÅDÄ Ö’NEILL'))).toEqual(['known identifier']);
  });

  it('refuses to look for what chance would find', () => {
    expect(() => scanCassette(withText(''), { secrets: [], identifiers: ['Ada'] })).toThrow(RangeError);
  });

  it.each(suspicious)('suspects %s without knowing anything', (text, kind) => {
    expect(scanCassette(withText(text))).toContainEqual({
      kind,
      pointer: '/exchanges/0/answer/body/value/text',
    });
  });

  it.each(clean)('suspects nothing in %s', (text) => {
    expect(scanCassette(withText(text))).toEqual([]);
  });

  it('suspects every address, number and token there can be', () => {
    const tokens = fc
      .uint8Array({ minLength: 24, maxLength: 60 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    fc.assert(
      fc.property(
        fc.oneof(fc.emailAddress(), fc.stringMatching(/^\+[1-8]\d{7,13}$/), fc.uuid({ version: 4 }), tokens),
        (text) => {
          fc.pre(/\d.*\d.*\d/.test(text) || text.includes('@'));
          expect(scanCassette(withText(text))).not.toEqual([]);
        },
      ),
    );
  });
});

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function kindsIn(cassette: Cassette): readonly string[] {
  return scanCassette(cassette, known).map(({ kind }) => kind);
}

function withText(text: string): Cassette {
  return withValue({ text });
}

function withValue(value: Readonly<Record<string, string | number>>): Cassette {
  const request = {
    operationId: 'getThing',
    method: 'GET',
    path: '/things/1',
    query: [],
    headers: {},
    body: { kind: 'none' },
  } as const;
  const answer = { status: 200, headers: {}, body: { kind: 'json', value } } as const;
  return {
    format: 1,
    connector: 'registry',
    scenario: 'a test',
    inputs: {},
    exchanges: [{ request, answer }],
  };
}
