import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownPerson } from '../../src/redaction/people/known-person.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const subject: KnownPerson = {
  names: ['Jane Smith'],
  identifiers: [
    { kind: 'email', value: 'jane.smith@example.com' },
    { kind: 'phone', value: '+1 415 555 0100' },
  ],
  treatment: { keep: 'subject' },
};

function other(
  label: string,
  names: readonly string[],
  ...identifiers: KnownPerson['identifiers']
): KnownPerson {
  return { names, identifiers, treatment: { label, reason: 'agent' } };
}

const agent = other(
  'Agent 1',
  ['Jörg Müller-Weiß'],
  { kind: 'email', value: 'joerg@desk.example' },
  { kind: 'phone', value: '+49 151 23456789' },
);
const will = other('Agent 2', ['Will Long']);
const relative = other('Person 1', ['Tom Smith']);
const anna = other('Person 2', ['Anna Kowalska']);
const marek = other('Person 3', ['Marek Wróbel']);
const tanaka = other('Person 4', ['田中 太郎']);
const pat = other('Person 6', [], { kind: 'email', value: "pat.o'brien@example.com" });
const al = other('Person 7', [], { kind: 'email', value: 'al1984@gmail.example' });
const long = other('Person 8', ['Maria Angeles Fernandez Garcia Carmona Quintanilla Ochoa Zubiri']);
const support = other('Agent 3', ['Acme Support'], { kind: 'email', value: 'support@acme.example' });
const noor = other('Agent 4', ['Noor Haddad (Acme Service Team)']);
const desk = other('Agent 5', ['Hanna Helpdesk'], { kind: 'email', value: 'hanna@acme.example' });
const minsu = other('Person 9', ['김민수']);
const seoyeon = other('Person 10', ['이 서연']);
const ivanova = other('Person 11', ['Анна Иванова']);
const sergey = other('Person 12', ['Сергей Достоевский']);
const aime = other('Person 13', ['Aimé N’Guessan']);
const elodie = other('Person 5', ['Élodie Lefèvre']);

function redacted(text: string, unknown: 'everywhere' | 'quoted' = 'quoted'): string {
  const people = [
    subject,
    agent,
    will,
    relative,
    anna,
    marek,
    tanaka,
    elodie,
    aime,
    pat,
    al,
    long,
    support,
    noor,
    desk,
    minsu,
    seoyeon,
    ivanova,
    sergey,
  ];
  return new TextRedactor(people).redact(text, { unknown, onReplaced: () => undefined });
}

describe('a text', () => {
  it.each([
    ['in another case', 'JÖRG MÜLLER-WEISS was here', 'Agent 1 was here'],
    ['without accents', 'ask jorg muller-weiss', 'ask Agent 1'],
    ['decomposed', 'ask Jo\u0308rg Mu\u0308ller-Weiß', 'ask Agent 1'],
    ['with umlauts written out', 'ask Joerg Mueller-Weiss', 'ask Agent 1'],
    ['with zero-width characters', 'ask J\u200Bör\u00ADg', 'ask Agent 1'],
    ['reversed', 'Müller-Weiß, Jörg', 'Agent 1'],
    ['with an initial', 'J. Müller-Weiß signed', 'Agent 1 signed'],
    ['with a middle initial', 'Tom K. Smith and T. Smith', 'Person 1 and Person 1'],
    ['half of a double name', 'Herr Müller kam', 'Herr Agent 1 kam'],
    ['in the genitive', 'Jörgs Antwort', 'Agent 1 Antwort'],
    ['possessive', "Anna's answer", "Person 2's answer"],
    ['in Polish cases', 'Rozmowa z Anną Kowalską i Markiem', 'Rozmowa z Person 2 i Person 3'],
    ['after an elision', "la réponse d'Élodie", "la réponse d'Person 5"],
    ['that is a word of another language', 'Aimé a appelé. Rose a dit', 'Person 13 a appelé. Rose a dit'],
    ['with an elision in a link', '/people/aime-n-guessan/', '/people/Person 13/'],
    ['joined to other words', 'scanAnnaKowalska.pdf AnnaK.png', 'scanPerson 2.pdf Person 2.png'],
    [
      'joined to numbers',
      'IMG_Anna2024.jpg annakowalska84 2024anna',
      'IMG_Person 2.jpg Person 2 2024Person 2',
    ],
    ['as a handle', 'see @tomsmith or tom.smith', 'see @Person 1 or Person 1'],
    ['in lower case after a greeting', 'hi will, thanks', 'hi Agent 2, thanks'],
    ['in lower case', 'i told anna about it', 'i told Person 2 about it'],
    ['in Japanese', '田中さん、田中太郎です。太郎', 'Person 4さん、Person 4です。Person 4'],
    ['broken over quoted lines', '> Anna\n> Kowalska', '> Person 2'],
    ['over tags', '<p><b>An</b>na <i>Kowal</i>ska!</p>', '<p><b>Person 2</b><i></i>!</p>'],
    ['as entities', 'J&ouml;rg and &#65;nna', 'Agent 1 and Person 2'],
    ['of many words', 'Maria Angeles Fernandez Garcia Carmona Quintanilla Ochoa Zubiri', 'Person 8'],
    [
      'at the end of many words',
      'Ochoa Zubiri, Ms Zubiri or Ms Carmona',
      'Person 8, Ms Person 8 or Ms Person 8',
    ],
    ['of a company', 'Acme Support or acme-support, AcmeSupport', 'Agent 3 or Agent 3, Agent 3'],
    ['beside that of a company', 'I am Noor, Haddad, Noor', 'I am Agent 4, Agent 4'],
    ['beside a function', 'I am Hanna', 'I am Agent 5'],
    ['in Korean', '김민수님이 서연씨에게, 이서연은', 'Person 9 Person 10, Person 10'],
    ['in Russian cases', 'Письмо Анне Ивановой от Анны Ивановой', 'Письмо Person 11 от Person 11'],
    [
      'in other Russian cases',
      'С Сергеем Достоевским, для Сергея Достоевского',
      'С Person 12, для Person 12',
    ],
    ['in the name of a host', 'https://anna-kowalska.example/anna', 'https://Person 2.example/Person 2'],
    ['in a URL', 'https://x.example/?n=J%C3%B6rg%20M%C3%BCller', 'https://x.example/?n=Agent 1'],
    ['in JSON in a string', '{"by":"J\\u00f6rg","n":"\\nAnna"}', '{"by":"Agent 1","n":"\\nPerson 2"}'],
  ])('loses a name %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    ['an address', 'to Joerg@Desk.example.', 'to Agent 1.'],
    ['an address with a tag', 'joerg+x@desk.example', 'Agent 1'],
    ['an address in a head', 'From: Jörg <joerg@desk.example>', 'From: Agent 1 <Agent 1>'],
    ['a hidden address', 'joerg (at) desk (dot) example', 'Agent 1'],
    ['a spoken address', 'joerg at desk dot example ok', 'Agent 1 ok'],
    ['an encoded address', 'mailto:joerg%40desk.example', 'mailto:Agent 1'],
    [
      'an address in a link',
      '<a href="https://t.example/?e=al1984%40gmail.example">x</a>',
      '<a href="https://t.example/?e=Person 7">x</a>',
    ],
    [
      'an address in an attribute',
      '<a href="mailto:al1984&#64;gmail.example">x</a>',
      '<a href="mailto:Person 7">x</a>',
    ],
    ['an address with an apostrophe', "ask Pat.O'Brien@example.com", 'ask Person 6'],
    [
      'one in quotation marks',
      "'joerg@desk.example', name='pat.o’brien@example.com'",
      "'Agent 1', name='Person 6'",
    ],
    ['one after an elision', "l'adresse d'joerg@desk.example", "l'adresse d'Agent 1"],
    ['a number', 'call +49 (151) 234-56789 now', 'call Agent 1 now'],
    ['a number without country', '0151 / 23456789', 'Agent 1'],
    ['a number with 00', '0049-151-23456789', 'Agent 1'],
  ])('loses %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    'Regards, Jane T. Smith',
    'Jane Smith, jane.smith@example.com, +1 (415) 555-0100, Smith, Jane',
    'Will you tell me how long it will take? May I ask again?',
    'I will mark the order as read, it was a long day, annually.',
    'My old address was jane@old.example and my phone 0171 9876543.',
    'Order 123456789012 of 2024-05-01 12:30, price 1.234,56, version 10.20.30',
    'From: Berlin to Munich',
    'As I wrote:',
    'As I wrote on 3 March:',
    'Wie ich Ihnen schrieb:',
    'Ella me escribió:',
    'Das hat mein Mann geschrieben:',
    'JaneSmith2.pdf, WillPower, iPhone12, 2Long',
    'Acme sold it, see https://help.acme.example/a and www.anna.example; Support and a Service Team helped.',
    'Напишите мне, когда будет мир. 국민수준, 서연락처',
    "C'est l'adresse d'jane.smith@example.com.",
    'a < b && c > d, 100% sure, C:\\users',
  ])('keeps what the data subject says: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it.each([
    ['Write to sales@other.example.', 'Write to [e-mail address].'],
    ["d'unknown@x.example, kim.o'hara@x.example", "d'[e-mail address], [e-mail address]"],
    ["l'adresse d'jane.smith@example.com", "l'adresse d'jane.smith@example.com"],
    ['Call +44 20 7946 0958 please', 'Call [phone number] please'],
    ['Jane Smith <jane.smith@example.com>', 'Jane Smith <jane.smith@example.com>'],
  ])('of others loses contact data of strangers: %s', (text, expected) => {
    expect(redacted(text, 'everywhere')).toBe(expected);
  });

  it.each([
    ['> mail karl@other.example', '> mail [e-mail address]'],
    [
      'On Mon, Jan 5, 2026 at 10:00, Karl Unknown <karl@other.example> wrote:',
      'On Mon, Jan 5, 2026 at 10:00, [name] <[e-mail address]> wrote:',
    ],
    ['karl@other.example wrote on 3 Mar 2026:', '[e-mail address] wrote on 3 Mar 2026:'],
    [
      'Am Montag, 5. Januar 2026, hat "Unknown, Karl" <karl@o.example> Folgendes geschrieben:',
      'Am Montag, 5. Januar 2026, hat "[name]" <[e-mail address]> Folgendes geschrieben:',
    ],
    [
      'El 5 ene 2026 a las 10:00, Carlos del Río (<carlos@o.example>) escribió:',
      'El 5 ene 2026 a las 10:00, [name] (<[e-mail address]>) escribió:',
    ],
    [
      '> Répondre à : Aimé d’Aubigny\n> <aime@o.example>\n> Objet : x',
      '> Répondre à : [name]\n> <[e-mail address]>\n> Objet : x',
    ],
    ['Am 5.1.2026 um 10:00 schrieb Karl Unknown:', 'Am 5.1.2026 um 10:00 schrieb [name]:'],
    [
      'From: Karl Unknown <karl@o.example>\nTo: Jane Smith',
      'From: [name] <[e-mail address]>\nTo: Jane Smith',
    ],
  ])('loses strangers in what it quotes: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  // Whatever took more than linear time would run into the time limit of the test.
  it('is read however it is made', () => {
    const pieces = [
      '<',
      '<!--',
      '&',
      '%41',
      '@',
      '(at)',
      '+1 ',
      '> ',
      'On ',
      'wrote',
      'From: ',
      'a.',
      'Anna ',
      '- ',
      '\\u0041',
      '\n',
    ];
    const repeated = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(repeated, (piece) => {
        const text = piece.repeat(Math.ceil(100_000 / piece.length));
        expect(redacted(text, 'everywhere').length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  }, 20_000);
});
