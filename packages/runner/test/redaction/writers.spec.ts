import { describe, expect, it } from '@jest/globals';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

function redacted(text: string): string {
  return new TextRedactor([]).redact(text, { unknown: 'quoted', onReplaced: () => undefined });
}

describe('the line before a quotation', () => {
  it.each([
    [
      'On Mon, May 5, 2025 at 10:00 AM 김민수 <kim@x.example> wrote:',
      'On Mon, May 5, 2025 at 10:00 AM [name] <[e-mail address]> wrote:',
    ],
    ['At 10:00 AM Maria dos Santos wrote:', 'At 10:00 AM [name] wrote:'],
    [
      'W dniu 3 maja 2025 10:00 użytkownik Jan Kowalczyk napisał:',
      'W dniu 3 maja 2025 10:00 użytkownik [name] napisał:',
    ],
    ['Dnia 3 maja Jan Kowalczyk napisał(a):', 'Dnia 3 maja [name] napisał(a):'],
    ['Am 3. Mai 2025 hat Jan Neumann geschrieben:', 'Am 3. Mai 2025 hat [name] geschrieben:'],
    ['Am Montag hat Jan Neumann Folgendes geschrieben:', 'Am Montag hat [name] Folgendes geschrieben:'],
    ['Am Montag schrieb Jan Neumann:', 'Am Montag schrieb [name]:'],
    ['On 3 May, kim lee wrote:', 'On 3 May, [name] wrote:'],
    ['On Monday Karl Unknown wrote:', 'On Monday [name] wrote:'],
    ['As Karl Unknown wrote:', 'As [name] wrote:'],
  ])('loses who wrote, not when: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each(
    [
      ...['April Ludgate', 'Ella Fitzgerald', 'May Parker', 'June Carter', 'August Strindberg', '田中 太郎'],
      ...['محمد علي', 'Maria dos Santos', 'Luigi degli Esposti', 'Omar ibn Said', 'Karl zum Berge'],
      ...['Karl zu Guttenberg', 'Maria das Neves', 'de la Cruz', 'Elle Fanning', 'Ty Burrell'],
    ].map((name) => [name]),
  )('loses the name %s', (name) => {
    expect(redacted(`On Monday, ${name} wrote:`)).toBe('On Monday, [name] wrote:');
  });

  it.each([
    'As I wrote on 3 March:',
    'As my husband wrote on 3 March:',
    'On 3 May my husband wrote:',
    'On 3 May I wrote:',
    'Das hat mein Mann geschrieben:',
    'Am 3. Mai hat mein Mann geschrieben:',
    'Am 3. Mai hat der Kundendienst geschrieben:',
    "Le 3 mai l'agent m'a écrit :",
    'Le 3 mai la banque a écrit :',
    'El 3 de mayo mi marido me escribió:',
    'Dnia 3 maja mój mąż napisał:',
  ])('keeps what the data subject says: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });
});
