import { stripVTControlCharacters } from 'node:util';

/** C0, DEL, C1, and the characters that reorder or break lines. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Text of a vendor or connector as one line that cannot steer the terminal. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unprintable, '')
    .trim();
}
