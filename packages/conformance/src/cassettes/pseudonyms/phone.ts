import type { KeyedDigest } from './keyed-digest.js';
import { digitsOf, nobodysCountry } from './recognise.js';

const separators = ['', '', ' ', '-'];

/**
 * The pseudonym of a phone number: a number of no country. Spellings of the same digits become spellings of the same
 * digits; without separators it has none.
 */
export function phonePseudonym(digest: KeyedDigest, phone: string): string {
  const own = digest.number('phone', digitsOf(phone)) % 10n ** 12n;
  const digits = nobodysCountry + String(own).padStart(12, '0');
  const plus = phone.startsWith('+') ? '+' : '';
  return plus + (/^\+?\d+$/.test(phone) ? digits : grouped(digest, digits, phone));
}

function grouped(digest: KeyedDigest, digits: string, phone: string): string {
  const bytes = digest.bytes('spelling', phone, digits.length);
  const [country, rest] = [digits.slice(0, nobodysCountry.length), digits.slice(nobodysCountry.length)];
  const groups = Array.from(rest, (digit, index) => digit + separatorAfter(index, rest.length, bytes[index]));
  return `${country} ${groups.join('')}`;
}

/** Never after the last digit, and only every second digit: groups have two digits at least. */
function separatorAfter(index: number, length: number, byte = 0): string {
  return index % 2 === 0 || index === length - 1 ? '' : (separators[byte % separators.length] ?? '');
}
