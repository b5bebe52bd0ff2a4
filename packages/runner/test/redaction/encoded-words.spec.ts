import { describe, expect, it } from '@jest/globals';
import type { KnownPerson } from '../../src/redaction/people/known-person.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const people: readonly KnownPerson[] = [
  person('Person 2', 'Anna Kowalska'),
  person('Person 3', 'Paweł Łukasik'),
  person('Person 4', 'Анна Иванова'),
  person('Person 5', 'Élodie Lefèvre'),
];
const base64 = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

function person(label: string, name: string): KnownPerson {
  return { names: [name], identifiers: [], treatment: { label, reason: 'agent' } };
}

function redacted(text: string): string {
  return new TextRedactor(people).redact(text, { unknown: 'quoted', onReplaced: () => undefined });
}

describe('a word of a mail that is encoded as a whole', () => {
  const objection = 'I object to the bill of Anna Kowalska, take it back';
  it.each([
    ['in base64', `Subject: ${base64(objection)}`],
    ['in base64 in a URL', `Subject: ${encodeURIComponent(base64(objection))}`],
    ['in quoted-printable', `Subject: =?utf-8?Q?${objection.replaceAll(' ', '_')}?=`],
    ['in two layers', `Subject: ${base64(base64(objection))}`],
    ['with its name in two layers', `Subject: ${base64(objection.replace('Anna', '%2541nna'))}`],
    [
      'in stretches with padding',
      `Subject: ${base64('I object ').replace('?=', `${inStretches('to the bill of Anna Kowalska, take it back')}?=`)}`,
    ],
  ])('keeps what the subject says beside a name, %s', (_, text) => {
    expect(redacted(text)).toBe('Subject: I object to the bill of Person 2, take it back');
  });

  it('keeps what stands between two names', () => {
    expect(redacted(`${base64('Anna Kowalska hurt me, I told Élodie Lefèvre')}!`)).toBe(
      'Person 2 hurt me, I told Person 5!',
    );
  });

  it('stays where nobody is named in it', () => {
    expect(redacted('Hello Anna=?utf-8?Q?I_object?=')).toBe('Hello Person 2=?utf-8?Q?I_object?=');
    expect(redacted('=?utf-8?Q?I_object?=Anna')).toBe('=?utf-8?Q?I_object?=Person 2');
    expect(redacted(`x${base64('Anna')}I object`)).toBe('x Person 2 I object');
    expect(redacted(base64('I object'))).toBe(base64('I object'));
    expect(redacted('Anna Kowalska =?utf-8?B?I object to this?=')).toBe(
      'Person 2 =?utf-8?B?I object to this?=',
    );
  });

  it.each([
    ['ISO-8859-2', 'Von =?ISO-8859-2?Q?Pawe=B3_=A3ukasik?= <x>', 'Von Person 3 <x>'],
    ['windows-1251', '=?windows-1251?Q?=C0=ED=ED=E0_=C8=E2=E0=ED=EE=E2=E0?=', 'Person 4'],
    ['koi8-r', '=?koi8-r?Q?=E1=CE=CE=C1?=', 'Person 4'],
    ['UTF-8 under a name of Latin-1', '=?iso-8859-1?Q?=C3=89lodie?=', 'Person 5'],
    ['an unknown character set', '=?x-unknown?Q?=C9lodie?=', 'Person 5'],
    ['Latin-1 under the name of UTF-8', '=?utf-8?Q?=C9lodie_Lef=E8vre?=', 'Person 5'],
    ['a language', base64('Anna').replace('UTF-8', 'utf-8*en'), 'Person 2'],
    [
      'more than 200 characters',
      base64(`${'I object. '.repeat(40)}Anna`),
      `${'I object. '.repeat(40)}Person 2`,
    ],
  ])('loses names in %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    ['quoted-printable', '=?utf-8?Q?Anna_Kow?=\r\n =?utf-8?Q?alska?='],
    ['base64', `${base64('Anna Kow')}\r\n ${base64('alska')}`],
    ['base64 in JSON', `${base64('Anna Kow')}\\r\\n ${base64('alska')}`],
    ['both', `=?utf-8?Q?Anna_Kow?=\n\t${base64('alska')}`],
  ])('loses a name that goes on in the next word, in %s', (_, text) => {
    expect(redacted(`Von: ${text} <x>`)).toBe('Von: Person 2 <x>');
  });

  it('loses a letter that goes on in the next word', () => {
    expect(redacted('=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=89lodie?=\r\nTo: me')).toBe('Person 5\r\nTo: me');
  });

  it('may stand in a text a hundred thousand times', () => {
    const text = '=?utf-8?Q?a?= '.repeat(100_000);
    expect(redacted(text)).toBe(text);
    expect(redacted(`${text}=?utf-8?Q?_Anna?=`)).toMatch(/^a{100}.*a Person 2$/);
  });
});

function inStretches(text: string): string {
  return (text.match(/.{1,10}/g) ?? []).map((stretch) => Buffer.from(stretch).toString('base64')).join('');
}
