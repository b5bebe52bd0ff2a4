const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';

/** What stands at one place of a text and may stand there instead. */
export interface Place {
  readonly character: string;
  /** A single character for what stays. */
  readonly alphabet: string;
}

/** Digits alone: what a number is written with. */
export function isNumeral(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Each character with its kind: digits become digits, letters letters of the same case, and the rest stays. */
export function placesOf(text: string): readonly Place[] {
  const letters = isHexadecimal(text) ? 'abcdef' : lower;
  const numeral = isNumeral(text);
  return Array.from(text, (character, index) => {
    const alphabet = numeral && index === 0 ? firstDigits(character) : alphabetOf(character, letters);
    return { character, alphabet };
  });
}

/** A number does not begin with 0, and what does is no number and stays none. */
function firstDigits(character: string): string {
  return character === '0' ? character : digits.slice(1);
}

function alphabetOf(character: string, letters: string): string {
  if (/\d/.test(character)) return digits;
  if (/[a-z]/.test(character)) return letters;
  return /[A-Z]/.test(character) ? letters.toUpperCase() : character;
}

/** Only long texts: among short ones, chance would make words of a few letters look hexadecimal. */
function isHexadecimal(text: string): boolean {
  const characters = text.replaceAll('-', '');
  return characters.length >= 20 && /^(?:[\da-f]+|[\dA-F]+)$/.test(characters);
}

/** How many letters and digits there are. */
export function countAlphanumerics(text: string): number {
  return text.replaceAll(/[^A-Za-z\d]/g, '').length;
}
