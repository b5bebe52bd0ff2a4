import { describe, expect, it } from '@jest/globals';
import type { KnownPerson } from '../../src/redaction/people/known-person.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const person = (label: string, name: string): KnownPerson => ({
  names: [name],
  identifiers: [],
  treatment: { label, reason: 'other_person' },
});
const redactor = new TextRedactor([
  { names: ['Jane Smith'], identifiers: [], treatment: { keep: 'subject' } },
  ...[person('Person 1', 'Peter Koch'), person('Person 2', 'Jörg Braun')],
  ...[person('Person 3', 'Rose Miller'), person('Person 4', 'Will Long'), person('Person 5', 'Tom Smith')],
]);

function redacted(text: string): string {
  return redactor.redact(text, { unknown: 'quoted', onReplaced: () => undefined });
}

describe('a name that is a word too, joined to digits or words', () => {
  it.each([
    ['CV Peter Koch2024.pdf', 'CV Person 1.pdf'],
    ['Peter_Koch2.png', 'Person 1.png'],
    ['Jörg Braun2024', 'Person 2'],
    ['Rose Miller2 and Miller, Rose1984', 'Person 3 and Person 3'],
    ['P.Koch2, J. Braun2', 'Person 1, Person 2'],
    ['ask @Rose1984', 'ask @Person 3'],
    ['HerrKoch, Frau Miller2024', 'HerrPerson 1, Frau Person 3'],
    ['scanKoch.pdf Koch2024.pdf scan2024Koch.pdf', 'scanPerson 1.pdf Person 1.pdf scan2024Person 1.pdf'],
    ['Tom Smith2 wrote to Jane Smith2', 'Person 5 wrote to Jane Smith2'],
  ])('is replaced: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    'JaneSmith2.pdf, Jane Smith2024.pdf, Smith2.pdf',
    'WillPower, iPhone12, 2Long, willpower2, MarkAsRead, rose2, will 2long',
    'I will koch2 it, it was long2.',
  ])('stays a word: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });
});
